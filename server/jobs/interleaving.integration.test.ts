import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  artifactResponse,
  completeResponse,
  heartbeatResponse,
  type ClaimResponse,
  type RunEvent,
} from '~/core/contracts/index.ts';
import { Generator, streams } from '~/core/random.ts';
import { model, run, runEvent } from '~/db/schema/index.ts';
import { manifestFor, modelFiles } from '../testing/model-manifest.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { trainingLab } from '../testing/training-lab.ts';
import { newWorkerClient, type WorkerClient } from '../testing/worker-client.ts';
import { heartbeatSeconds, leaseEnd } from './lease.ts';
import { cancelRun } from './steer.ts';
import { sweep } from './sweep.ts';

let server: TestServer;
let workers: WorkerClient[];
let template: typeof run.$inferSelect;

beforeAll(async () => {
  server = await startTestServer();
  const { id } = await (await trainingLab(server)).queue();
  workers = [await newWorkerClient(server, 'ada'), await newWorkerClient(server, 'bob')];
  const [row] = await server.services.db.delete(run).where(eq(run.id, id)).returning();
  if (!row) throw new Error('the run is gone');
  template = row;
});
afterAll(() => server.close());

const leaseSeconds = 30; // of the test server

const log: RunEvent = { kind: 'log', level: 'info', text: 'epoch' };

/**
 * Two workers that forget nothing and are sometimes late: each keeps every lease it ever had and goes
 * on using old ones, while leases run out, people cancel, and answers get lost (so things are repeated).
 */
async function story(seed: number): Promise<void> {
  const { db } = server.services;
  const id = `run_story_${seed}`;
  await db.insert(run).values({ ...template, id });
  const chance = new Generator(seed, streams.bench);
  const pick = <T>(of: readonly T[]): T | undefined => of[chance.nextInt(of.length)];
  const held: { lease: ClaimResponse; by: WorkerClient; seq: number }[] = [];
  const successes = new Map<string, string>(); // lease token -> model

  const stateOf = async () => {
    const [row] = await db.select().from(run).where(eq(run.id, id));
    if (!row) throw new Error('the run is gone');
    return row;
  };
  const claim = async (by: WorkerClient) => {
    const lease = await by.claim();
    if (lease) held.push({ lease, by, seq: lease.lastSeq });
  };
  const finish = async ({ lease, by }: (typeof held)[number]) => {
    const files = modelFiles(`${id} in attempt ${lease.attempt}`);
    for (const bytes of Object.values(files)) await by.upload(lease, bytes);
    const answer = await by.complete(lease, manifestFor(lease, files));
    if (answer.status === 200)
      successes.set(lease.leaseToken, completeResponse.parse(answer.body).modelId);
  };
  const isOver = async () => (await stateOf()).endedAt !== null;
  let cancels = 0;
  /** Ends a run whose worker is silent at once; whatever the worker says then is refused. */
  const cancel = async () => {
    const before = await stateOf();
    const { db, env } = server.services;
    const state = await db.transaction((tx) => cancelRun({ tx, env }, id, null));
    if (before.endedAt !== null) return;
    cancels += 1;
    if (state === 'cancelled') for (const one of held) await expectRefused(one);
  };
  const expectRefused = async ({ lease, by, seq }: (typeof held)[number]) => {
    const row = await stateOf();
    const files = modelFiles('late');
    const answers = [
      await by.heartbeat(lease, [{ seq: seq + 1, event: log }]),
      await by.upload(lease, files.map),
      await by.release(lease),
      // who ended the run itself may say so twice
      ...(row.leaseToken === lease.leaseToken ? [] : [await by.fail(lease, true)]),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 409));
    expect(await stateOf()).toEqual(row);
  };
  const acts = {
    claim: async () => {
      const by = pick(workers);
      if (by) await claim(by);
    },
    beat: async () => {
      const one = pick(held);
      if (!one) return;
      const answer = await one.by.heartbeat(one.lease, [{ seq: one.seq + 1, event: log }]);
      if (answer.status !== 200) {
        expect(answer.status).toBe(409);
        return;
      }
      const before = one.seq;
      if (chance.nextUniform() < 0.8) one.seq++; // else the answer is lost: the same number again
      expect(heartbeatResponse.parse(answer.body).lastSeq).toBe(before + 1);
    },
    save: async () => {
      const one = pick(held);
      if (!one) return;
      const stored = await one.by.upload(one.lease, new TextEncoder().encode(`weights ${one.seq}`));
      if (stored.status !== 200) return;
      const { sha256 } = artifactResponse.parse(stored.body);
      await one.by.checkpoint(one.lease, one.lease.attempt, one.lease.lastSeq, sha256);
    },
    expire: () =>
      db
        .update(run)
        .set({ leaseUntil: sql`now() - interval '1 second'` })
        .where(eq(run.id, id)),
    sweep: () => sweep(server.services),
    finish: async () => {
      const one = pick(held);
      if (one && chance.nextUniform() < 0.5) await finish(one);
    },
    finishTogether: async () => {
      if (chance.nextUniform() < 0.3) await Promise.all(held.slice(-2).map(finish));
    },
    release: async () => {
      const one = pick(held);
      if (one && chance.nextUniform() < 0.3) await one.by.release(one.lease);
    },
    // nothing heard of the worker for four heartbeats, its lease still good
    hush: () =>
      db
        .update(run)
        .set({ leaseUntil: leaseEnd(leaseSeconds - 4 * heartbeatSeconds(leaseSeconds)) })
        .where(and(eq(run.id, id), eq(run.state, 'running'))),
    cancel: async () => {
      if (chance.nextUniform() < 0.1) await cancel();
    },
    cancelSilent: async () => {
      if (chance.nextUniform() >= 0.15) return;
      await acts.hush();
      await cancel();
      if (await isOver()) return;
      throw new Error('a cancel waits for a silent worker');
    },
    lateWords: async () => {
      const one = pick(held);
      if (one && (await isOver())) await expectRefused(one);
    },
  };
  const names = Object.keys(acts) as (keyof typeof acts)[];
  for (let step = 0; step < 25; step++) await acts[pick(names) ?? 'sweep']();

  // Whatever happened, two healthy workers bring it to an end: nothing is ever stuck.
  for (let round = 0; round < 10 && (await stateOf()).endedAt === null; round++) {
    await acts.expire();
    for (const by of workers) await claim(by);
    for (const one of held.slice(-1)) await finish(one);
  }
  const end = await stateOf();
  expect(['succeeded', 'failed', 'cancelled']).toContain(end.state);
  if (cancels > 0) expect(end.state).toBe('cancelled');
  if (end.state === 'failed') expect(end.error).toMatch(/stopped answering/);
  const models = await db.select().from(model).where(eq(model.runId, id));
  expect(models).toHaveLength(end.state === 'succeeded' ? 1 : 0);
  expect([...successes.values()]).toEqual(models.map((made) => made.id));
  for (const { lease, by } of held) expect((await by.heartbeat(lease)).status).toBe(409);
  const events = await db
    .select({ seq: runEvent.seq })
    .from(runEvent)
    .where(eq(runEvent.runId, id))
    .orderBy(runEvent.index);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, k) => k + 1));
}

test.each(Array.from({ length: 24 }, (_, k) => k + 1))(
  'story %i: one success at most, an end always, the record whole',
  (seed) => story(seed),
);
