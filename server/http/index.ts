import { filesRoute } from './files.ts';
import { healthRoute } from './health.ts';
import type { Route } from './route.ts';
import { uploadRoute } from './uploads.ts';
import { workerRoutes } from './worker.ts';

/** Every plain HTTP endpoint; the rights test walks this list. */
export const routes: Route[] = [healthRoute, filesRoute, uploadRoute, ...workerRoutes];
