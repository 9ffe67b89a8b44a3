import { accountRouter } from './account.ts';
import { createCallerFactory, router } from './trpc.ts';

/** Everything a page can ask for; each aggregate has its file beside this one. */
export const appRouter = router({
  account: accountRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
