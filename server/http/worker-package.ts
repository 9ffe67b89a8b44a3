import { packageZip, workerPackagePath } from '../jobs/package-zip.ts';
import type { Route } from './route.ts';

/** The worker's own source, so that one `pip install` of this address makes a GPU box a worker. */
export const workerPackageRoute: Route = {
  method: 'GET',
  path: workerPackagePath,
  right: 'anyone',
  handle: async ({ response }) => {
    const bytes = await packageZip();
    response.writeHead(200, {
      'content-type': 'application/zip',
      'content-length': bytes.length,
      'cache-control': 'no-cache',
    });
    response.end(bytes);
  },
};
