import { TRPCError } from '@trpc/server';
import { createContext, type Context } from '~/server/context.ts';

/** Says, each time one's inbox has changed, that it is worth asking again; ends with the session. */
export async function* watchInbox(
  ctx: Context,
  signal: AbortSignal,
): AsyncGenerator<{ personId: string }> {
  const personId = ctx.person?.id ?? '';
  const announcements = ctx.services.bus.subscribe('inbox', personId, signal);
  try {
    do {
      const { person } = await createContext(ctx.services, ctx.headers);
      if (person?.id !== personId)
        throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first.' });
      yield { personId };
    } while (!(await announcements.next()).done);
  } finally {
    await announcements.return?.();
  }
}
