import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import type { Context } from '../context.ts';
import { failureText, logFailure } from '../failure.ts';

// 1. Initialisation: no transformer, dates travel as ISO text.
const t = initTRPC.context<Context>().create({
  sse: {
    ping: { enabled: true, intervalMs: 10_000 },
    client: { reconnectAfterInactivityMs: 25_000 },
  },
  isDev: false, // no stack leaves the server
  errorFormatter: ({ shape, error }) => {
    // only what the asker sent wrong, never our own failures
    const problems =
      error.code === 'BAD_REQUEST' && error.cause instanceof ZodError
        ? error.cause.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
        : null;
    const message = problems ? inWords(problems) : shape.message;
    return {
      ...shape,
      message: error.code === 'INTERNAL_SERVER_ERROR' ? failureText(error) : message,
      data: { ...shape.data, problems },
    };
  },
});

function inWords(problems: { path: string; message: string }[]): string {
  const said = problems.slice(0, 5).map(({ path, message }) => `${path || 'input'}: ${message}`);
  return said.join(' ') + (problems.length > 5 ? ` And ${problems.length - 5} more.` : '');
}

// 2. Routers and callers.
export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

// 3. Procedures. What somebody may do in a lab is decided by its use-case, in server/lab.
const told = t.middleware(async ({ path, type, ctx, next }) => {
  const started = performance.now();
  const result = await next();
  const ms = Math.round(performance.now() - started);
  if (result.ok) ctx.services.log.debug({ path, type, ms }, 'procedure');
  else if (result.error.code === 'INTERNAL_SERVER_ERROR')
    logFailure(ctx.services.log, result.error, { path, type, ms });
  else ctx.services.log.info({ path, type, ms, code: result.error.code }, 'procedure refused');
  return result;
});

/** Open to anyone, strangers too: `ctx.person` may be null. */
export const openProcedure = t.procedure.use(told);

/** For people with an account or a guest name: `ctx.person` is there. */
export const signedInProcedure = openProcedure.use(({ ctx, next }) => {
  if (!ctx.person)
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in or enter as a guest first.' });
  return next({ ctx: { ...ctx, person: ctx.person } });
});

/** For people with an account. */
export const accountProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (ctx.person.guest)
    throw new TRPCError({ code: 'FORBIDDEN', message: 'Make an account first; guests may look.' });
  return next();
});
