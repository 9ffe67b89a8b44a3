import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  artifactResponse,
  runEventRow,
  type ClaimResponse,
  type RunEvent,
  type RunEventRow,
} from '~/core/contracts/index.ts';
import { membership } from '~/db/schema/index.ts';
import { caller, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { trainingLab, type TrainingLab } from '../../testing/training-lab.ts';
import { until } from '../../testing/until.ts';
import { newWorkerClient, type WorkerClient } from '../../testing/worker-client.ts';

let server: TestServer;
let lab: TrainingLab;
let worker: WorkerClient;

beforeAll(async () => {
  server = await startTestServer();
  lab = await trainingLab(server);
  worker = await newWorkerClient(server, 'ada');
});
afterAll(() => server.close());

const metric = (epoch: number): RunEvent => ({
  kind: 'metric',
  epoch,
  values: { loss: 1 / epoch },
});

async function claimed(): Promise<ClaimResponse> {
  await lab.queue();
  const lease = await worker.claim();
  if (!lease) throw new Error('nothing to claim');
  return lease;
}

/** Sends epochs `from`..`to`, one heartbeat each. */
async function train(lease: ClaimResponse, from: number, to: number): Promise<void> {
  for (let epoch = from; epoch <= to; epoch++)
    await worker.heartbeat(lease, [{ seq: lease.lastSeq + epoch, event: metric(epoch) }]);
}

type Listener = {
  seen: { id: string; row: RunEventRow }[];
  /** `return`: all is told. `serialized-error`: refused. `cut`: by us, as a lost connection would. */
  ended: Promise<string>;
  cut(): void;
};

/** What an EventSource does: one GET that streams; after a loss, the same with the last id it saw. */
function listen(as: SignedUp, runId: string, lastEventId?: string): Listener {
  const stop = new AbortController();
  const seen: Listener['seen'] = [];
  const read = async (): Promise<string> => {
    const input = encodeURIComponent(JSON.stringify({ runId }));
    const answer = await fetch(`${server.origin}/api/trpc/run.events?input=${input}`, {
      headers: { ...as.headers, ...(lastEventId && { 'last-event-id': lastEventId }) },
      signal: stop.signal,
    });
    let text = '';
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      text += part.value;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const field = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.split(': ')[0], line.replace(/^\w+: ?/, '')]),
        );
        text = text.slice(end + 2);
        const kind = field.get('event') ?? 'message';
        const id = field.get('id');
        if (kind === 'message' && id !== undefined)
          seen.push({ id, row: runEventRow.parse(JSON.parse(field.get('data') ?? '')) });
        else if (kind === 'return' || kind === 'serialized-error') return kind;
      }
    }
    return `closed: ${text}`;
  };
  const ended = read().catch((error: unknown) => (stop.signal.aborted ? 'cut' : String(error)));
  return { seen, ended, cut: () => stop.abort() };
}

const epochsOf = ({ seen }: Listener) =>
  seen.flatMap(({ row }) => (row.event.kind === 'metric' ? [row.event.epoch] : []));

test('a broken connection resumes after the last event seen: nothing lost, nothing twice', async () => {
  const lease = await claimed();
  await train(lease, 1, 5);
  const first = listen(lab.owner, lease.runId);
  await until('the record so far', () => epochsOf(first).length === 5);
  await train(lease, 6, 8); // live
  await until('live events', () => epochsOf(first).length === 8);
  first.cut();
  expect(await first.ended).toBe('cut');
  await train(lease, 9, 12); // while nobody listens

  const second = listen(lab.owner, lease.runId, first.seen.at(-1)?.id);
  await until('what was missed', () => epochsOf(second).length === 4);
  await train(lease, 13, 14);
  await until('live again', () => epochsOf(second).length === 6);
  await server.restart();
  await second.ended;

  const third = listen(lab.owner, lease.runId, second.seen.at(-1)?.id);
  await train(lease, 15, 20);
  await worker.fail(lease, false, 'enough');
  expect(await third.ended).toBe('return');
  const told = [first, second, third].flatMap(({ seen }) => seen.map(({ row }) => row));
  expect([first, second, third].flatMap(epochsOf)).toEqual(
    Array.from({ length: 20 }, (_, k) => k + 1),
  );
  expect(told.map(({ index }) => index)).toEqual(
    [...new Set(told.map(({ index }) => index))].sort((a, b) => a - b),
  );
  expect(told.at(-1)?.event).toMatchObject({ kind: 'log', text: 'enough' });

  const whole = listen(lab.owner, lease.runId);
  expect(await whole.ended).toBe('return');
  expect(whole.seen.map(({ row }) => row)).toEqual(told);
});

test('a run that failed and is tried again: one record, whose curve goes on from the checkpoint over a dropped socket', async () => {
  const lease = await claimed();
  const { runId } = lease;
  await train(lease, 1, 5);
  const stored = await worker.upload(lease, new TextEncoder().encode('weights after epoch 3'));
  const { sha256 } = artifactResponse.parse(stored.body);
  await worker.checkpoint(lease, 3, lease.lastSeq + 5, sha256);
  const first = listen(lab.owner, runId);
  await worker.fail(lease, false, 'too little memory');
  expect(await first.ended).toBe('return');

  const api = await caller(server, lab.owner);
  await api.run.retry({ runId });
  const again = await worker.claim();
  expect(again?.checkpoint).toEqual({ sha256, epoch: 3 });
  if (!again) throw new Error('nothing to claim');
  const from = again.lastSeq - 3; // `train` numbers by epoch: the first told is epoch 4
  const second = listen(lab.owner, runId); // the page asks anew, from the beginning
  // once told anew, epochs 4 and 5 of the first attempt are no longer in the record
  await until('the first attempt', () => epochsOf(second).length === 5);
  await train({ ...again, lastSeq: from }, 4, 6);
  await until('the new epochs', () => epochsOf(second).length === 8);
  await server.restart();
  expect(await second.ended).not.toBe('return');
  const third = listen(lab.owner, runId, second.seen.at(-1)?.id); // as an EventSource does by itself
  await train({ ...again, lastSeq: from }, 7, 9);
  await worker.fail(again, false, 'enough');
  expect(await third.ended).toBe('return');

  const told = [...second.seen, ...third.seen].map(({ row }) => row);
  expect(new Set(told.map(({ index }) => index)).size).toBe(told.length); // nothing twice
  expect(told.slice(0, first.seen.length)).toEqual(first.seen.map(({ row }) => row));
  expect(
    told.flatMap(({ attempt, event }) => (event.kind === 'metric' ? [[attempt, event.epoch]] : [])),
  ).toEqual([
    ...[1, 2, 3, 4, 5].map((epoch) => [1, epoch]),
    ...[4, 5, 6, 7, 8, 9].map((epoch) => [2, epoch]),
  ]);
  const later = listen(lab.owner, runId);
  expect(await later.ended).toBe('return');
  expect(epochsOf(later)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a record longer than a page of the database is told whole', async () => {
  const lease = await claimed();
  const events = Array.from({ length: 450 }, (_, k) => ({
    seq: lease.lastSeq + 1 + k,
    event: metric(k + 1),
  }));
  await worker.heartbeat(lease, events);
  await worker.fail(lease, false);
  const all = listen(lab.owner, lease.runId);
  expect(await all.ended).toBe('return');
  expect(epochsOf(all)).toEqual(events.map((_, k) => k + 1));
});

test('somebody outside hears nothing; a member who was removed hears nothing more', async () => {
  const lease = await claimed();
  const eve = await signUp(server, 'Eve');
  const outside = listen(eve, lease.runId);
  expect(await outside.ended).not.toBe('return');
  expect(outside.seen).toEqual([]);

  const api = await caller(server, lab.owner);
  await api.lab.addMember({ labId: lab.labId, role: 'viewer', userId: eve.person.id });
  const member = listen(eve, lease.runId);
  await train(lease, 1, 1);
  await until('the first event', () => epochsOf(member).length === 1);
  await server.services.db.delete(membership).where(eq(membership.userId, eve.person.id));
  await train(lease, 2, 2);
  expect(await member.ended).toBe('serialized-error');
  expect(epochsOf(member)).toEqual([1]);
});
