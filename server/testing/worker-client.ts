import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  claimResponse,
  type ClaimResponse,
  type Lease,
  type ModelManifest,
  type RunEvent,
} from '~/core/contracts/index.ts';
import { createWorker } from '../jobs/workers.ts';
import type { TestServer } from './test-server.ts';

export type Answer = { status: number; body: unknown };

/** Speaks the worker API as a worker would, one plain request at a time: nothing is repeated or repaired. */
export class WorkerClient {
  constructor(
    readonly origin: string,
    readonly token: string,
    readonly id: string,
  ) {}

  async post(route: string, body: unknown): Promise<Answer> {
    return this.#ask(route, { method: 'POST', body: JSON.stringify(body) });
  }

  async claim(kinds: readonly string[] = ['train']): Promise<ClaimResponse | null> {
    const request = { name: 'test', version: '0', device: 'cpu', kinds };
    const { status, body } = await this.post('claim', request);
    return status === 204 ? null : claimResponse.parse(body);
  }

  heartbeat(lease: Lease, events: { seq: number; event: RunEvent }[] = []): Promise<Answer> {
    return this.post('heartbeat', { ...leaseOf(lease), events });
  }

  checkpoint(lease: Lease, epoch: number, lastSeq: number, sha256: string): Promise<Answer> {
    return this.post('checkpoint', { ...leaseOf(lease), epoch, lastSeq, sha256 });
  }

  complete(lease: Lease, manifest: ModelManifest): Promise<Answer> {
    return this.post('complete', { ...leaseOf(lease), manifest });
  }

  fail(lease: Lease, cancelled: boolean, message = 'failed'): Promise<Answer> {
    return this.post('fail', { ...leaseOf(lease), cancelled, message });
  }

  release(lease: Lease): Promise<Answer> {
    return this.post('release', { ...leaseOf(lease), reason: 'test' });
  }

  upload(lease: Lease, bytes: Uint8Array<ArrayBuffer>, sha256 = hashOf(bytes)): Promise<Answer> {
    return this.#ask(`artifacts/${lease.runId}?${proofOf(lease)}&sha256=${sha256}`, {
      method: 'PUT',
      body: bytes,
    });
  }

  async download(lease: Lease, sha256: string): Promise<{ status: number; sha256: string }> {
    const route = `artifacts/${lease.runId}/${sha256}?${proofOf(lease)}`;
    const answer = await fetch(this.#url(route), { headers: this.#headers() });
    return { status: answer.status, sha256: hashOf(new Uint8Array(await answer.arrayBuffer())) };
  }

  async #ask(route: string, init: RequestInit): Promise<Answer> {
    const answer = await fetch(this.#url(route), { ...init, headers: this.#headers() });
    const text = await answer.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    return { status: answer.status, body };
  }

  #url = (route: string) => `${this.origin}/api/worker/${route}`;
  #headers = () => ({ authorization: `Bearer ${this.token}` });
}

/** A worker with a token of its own; `labId` null serves every lab. */
export async function newWorkerClient(
  server: Pick<TestServer, 'origin' | 'services'>,
  name: string,
  labId: string | null = null,
): Promise<WorkerClient> {
  const { worker, token } = await createWorker(server.services.db, { labId, name });
  return new WorkerClient(server.origin, token, worker.id);
}

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export const codeOf = ({ body }: Answer) => z.object({ code: z.string() }).parse(body).code;

export const leaseOf = ({ runId, attempt, leaseToken }: Lease): Lease => ({
  runId,
  attempt,
  leaseToken,
});

export const proofOf = ({ attempt, leaseToken }: Lease) =>
  `attempt=${attempt}&lease=${encodeURIComponent(leaseToken)}`;

/** The run that a worker is given; a test expects that there is one. */
export async function claimed(worker: WorkerClient): Promise<ClaimResponse> {
  const lease = await worker.claim();
  if (!lease) throw new Error('nothing to claim');
  return lease;
}
