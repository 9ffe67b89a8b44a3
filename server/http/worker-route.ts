import { WorkerRefusal } from '../jobs/refusal.ts';
import { authenticateWorker, type WorkerRow } from '../jobs/workers.ts';
import { replyJson } from './reply.ts';
import type { Route, RouteContext } from './route.ts';

type WorkerContext = RouteContext & { worker: WorkerRow };

/** An endpoint for workers: known by their token before anything else, refused with `{code, message}`. */
export function workerRoute(
  method: Route['method'],
  path: string,
  handle: (ctx: WorkerContext) => Promise<void>,
): Route {
  return {
    method,
    path: `/api/worker/${path}`,
    right: 'worker',
    handle: async (ctx) => {
      try {
        const { authorization } = ctx.request.headers;
        await handle({ ...ctx, worker: await authenticateWorker(ctx.services.db, authorization) });
      } catch (error) {
        if (!(error instanceof WorkerRefusal)) throw error;
        const { status, code, message } = error;
        replyJson(ctx.response, status, { code, message });
      }
    },
  };
}
