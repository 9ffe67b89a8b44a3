import { accountRouter } from './account.ts';
import { commentRouter } from './comment.ts';
import { connectomeRouter } from './connectome.ts';
import { directionRouter } from './direction.ts';
import { directionNameRouter } from './direction-name.ts';
import { inboxRouter } from './inbox.ts';
import { invitationRouter } from './invitation.ts';
import { labRouter } from './lab.ts';
import { measurementRouter } from './measurement.ts';
import { modelRouter } from './model.ts';
import { roomRouter } from './room.ts';
import { runRouter } from './run.ts';
import { createCallerFactory, router } from './trpc.ts';
import { viewRouter } from './view.ts';
import { workerRouter } from './worker.ts';

/** Everything a page can ask for; each aggregate has its file beside this one. */
export const appRouter = router({
  account: accountRouter,
  comment: commentRouter,
  connectome: connectomeRouter,
  direction: directionRouter,
  directionName: directionNameRouter,
  inbox: inboxRouter,
  invitation: invitationRouter,
  lab: labRouter,
  measurement: measurementRouter,
  model: modelRouter,
  room: roomRouter,
  run: runRouter,
  view: viewRouter,
  worker: workerRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
