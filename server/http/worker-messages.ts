import type { z } from 'zod';
import {
  checkpointRequest,
  claimRequest,
  completeRequest,
  failRequest,
  heartbeatRequest,
  measuredRequest,
  releaseRequest,
  type Lease,
} from '~/core/contracts/worker.ts';
import { publishCheckpoint } from '../jobs/checkpoint.ts';
import { claim } from '../jobs/claim.ts';
import { completeRun } from '../jobs/complete.ts';
import { failRun, releaseRun } from '../jobs/fail.ts';
import { heartbeat } from '../jobs/heartbeat.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { PresentedLease } from '../jobs/lease.ts';
import { completeMeasurement } from '../jobs/measured.ts';
import { readJson } from './read-json.ts';
import { replyJson } from './reply.ts';
import type { Route } from './route.ts';
import { workerRoute } from './worker-route.ts';

const largestMessage = 8 * 1024 * 1024; // bytes: a batch of events with sample circuits

const claimRoute = workerRoute('POST', 'claim', async ({ services, request, response, worker }) => {
  const run = await claim(services, worker, await readJson(request, claimRequest, largestMessage));
  if (run) replyJson(response, 200, run);
  else response.writeHead(204, { 'cache-control': 'no-store' }).end();
});

/** A message about a leased run: the answer is whatever the one call of server/jobs returns. */
function leased<M extends Lease>(
  name: string,
  schema: z.ZodType<M>,
  act: (jobs: Jobs, lease: PresentedLease, message: M) => Promise<unknown>,
): Route {
  return workerRoute('POST', name, async ({ services, request, response, worker }) => {
    const message = await readJson(request, schema, largestMessage);
    const { runId, attempt, leaseToken } = message;
    const lease = { runId, attempt, leaseToken, workerId: worker.id };
    replyJson(response, 200, await act(services, lease, message));
  });
}

export const workerMessageRoutes: Route[] = [
  claimRoute,
  leased('heartbeat', heartbeatRequest, (jobs, lease, { events }) =>
    heartbeat(jobs, lease, events),
  ),
  leased('checkpoint', checkpointRequest, publishCheckpoint),
  leased('complete', completeRequest, (jobs, lease, { manifest }) =>
    completeRun(jobs, lease, manifest),
  ),
  leased('measured', measuredRequest, completeMeasurement),
  leased('fail', failRequest, failRun),
  leased('release', releaseRequest, releaseRun),
];
