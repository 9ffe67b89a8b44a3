import type { Route } from './route.ts';
import { workerArtifactRoutes } from './worker-artifacts.ts';
import { workerMessageRoutes } from './worker-messages.ts';
import { workerPackageRoute } from './worker-package.ts';

/** What workers and the server say to each other; the messages are in core/contracts/worker.ts. */
export const workerRoutes: Route[] = [
  ...workerMessageRoutes,
  ...workerArtifactRoutes,
  workerPackageRoute,
];
