import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { id, lease, sha256 } from '~/core/contracts/index.ts';
import { mayRead, receiveArtifact } from '../jobs/artifact.ts';
import type { PresentedLease } from '../jobs/lease.ts';
import { WorkerRefusal } from '../jobs/refusal.ts';
import { replyJson } from './reply.ts';
import type { Route } from './route.ts';
import { workerRoute } from './worker-route.ts';

const proof = z.object({
  runId: id,
  attempt: z.coerce.number().pipe(lease.shape.attempt),
  lease: lease.shape.leaseToken,
});

/** The lease as a URL carries it: the run in the path, attempt and token in the query. */
function presented(runId: string | undefined, url: URL, workerId: string): PresentedLease {
  const read = proof.safeParse({ ...Object.fromEntries(url.searchParams), runId });
  if (!read.success)
    throw new WorkerRefusal(400, 'malformed', 'The address needs run, attempt and lease.');
  return {
    runId: read.data.runId,
    attempt: read.data.attempt,
    leaseToken: read.data.lease,
    workerId,
  };
}

function address(text: string | null | undefined): string {
  const read = sha256.safeParse(text);
  if (!read.success) throw new WorkerRefusal(400, 'malformed', 'sha256 is 64 hexadecimal digits.');
  return read.data;
}

const upload = workerRoute('PUT', 'artifacts/:runId', async (ctx) => {
  const { services, request, response, url, params, worker } = ctx;
  const lease = presented(params.runId, url, worker.id);
  const hash = address(url.searchParams.get('sha256'));
  replyJson(response, 200, await receiveArtifact(services, lease, hash, request));
});

const download = workerRoute('GET', 'artifacts/:runId/:sha256', async (ctx) => {
  const { services, response, url, params, worker } = ctx;
  const hash = address(params.sha256);
  await mayRead(services, presented(params.runId, url, worker.id), hash);
  const bytes = await services.storage.bytes(hash);
  const file = await services.storage.open(hash);
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': bytes ?? undefined,
    'cache-control': 'private, no-store',
  });
  await pipeline(file, response);
});

export const workerArtifactRoutes: Route[] = [upload, download];
