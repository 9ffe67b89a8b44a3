import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Pool } from 'pg';
import { addPin, readBench } from '~/core/collab/index.ts';
import type { ClaimResponse, Pin } from '~/core/contracts/index.ts';
import { Generator } from '~/core/random.ts';
import type { Env } from '../env.ts';
import { synced, visit } from '../realtime/testing.ts';
import { openFolderStorage } from '../storage/index.ts';
import { client, type SignedUp } from './people.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { WorkerClient } from './worker-client.ts';

export type KillQuestion = {
  /** Of a server that is down; its port is the one people know. */
  env: Env;
  pool: Pool;
  owner: SignedUp;
  roomId: string;
  /** A run that a worker holds, by a lease that outlives the rounds. */
  lease: ClaimResponse;
  token: string;
  rounds: number;
  seed: number;
};

export type KillAnswer = {
  /** What the server said yes to. */
  acknowledged: { labs: number; events: number; files: number; pins: number };
  /** What it said yes to and does not know afterwards, or knows twice, in words. */
  lost: string[];
};

/** A server is killed after so many answers at most, at whatever it is doing then. */
const mostAnswers = 40;

/**
 * Kills a server (SIGKILL) again and again while labs are made, a worker reports and hands in files, and somebody pins
 * in a room; then looks for all that was acknowledged.
 */
export async function killRounds(question: KillQuestion): Promise<KillAnswer> {
  const { env, owner, roomId, lease, token, rounds, seed } = question;
  const origin = `http://${env.host}:${env.port}`;
  const chance = new Generator(seed, 0);
  const labs: string[] = [];
  const files: string[] = [];
  let told = lease.lastSeq;
  let over = false;
  let answers = 0;
  let enough: (() => void) | null = null;
  let limit = Infinity;
  const answered = () => {
    if (++answers >= limit) enough?.();
  };

  const api = client({ origin }, owner);
  const worker = new WorkerClient(origin, token, '');
  const writers = [
    async (k: number) => {
      const name = `Lab ${k}`;
      await api.lab.create.mutate({ name });
      labs.push(name);
    },
    async (k: number) => {
      const event = { kind: 'log' as const, level: 'info' as const, text: `line ${k}` };
      const { status } = await worker.heartbeat(lease, [{ seq: told + 1, event }]);
      if (status !== 200) throw new Error(`a heartbeat was answered with ${status}`);
      told += 1;
    },
    async (k: number) => {
      const bytes = new TextEncoder().encode(`file ${k} `.repeat(8_000));
      const { status } = await worker.upload(lease, bytes);
      if (status !== 200) throw new Error(`a file was answered with ${status}`);
      files.push(createHash('sha256').update(bytes).digest('hex'));
    },
  ].map((write) => untilOver(write, () => over, answered));

  let server: ServerProcess = await startServerProcess(env);
  const visitor = visit(origin, roomId, owner);
  await synced(visitor);
  let pins = 0;
  for (let round = 0; round < rounds; round++) {
    answers = 0;
    limit = 1 + chance.nextInt(mostAnswers);
    addPin(visitor.doc, pinOf(`pin ${pins++}`), null);
    await new Promise<void>((resolve) => (enough = resolve));
    addPin(visitor.doc, pinOf(`pin ${pins++}`), null);
    await server.kill();
    server = await startServerProcess(env);
  }
  over = true;
  await Promise.all(writers);
  await synced(visitor);
  const late = visit(origin, roomId, owner);
  await synced(late);
  const seen = readBench(late.doc).map(({ id }) => id);
  for (const one of [visitor, late]) one.leave();
  await server.kill();

  const lost = [
    ...differences(
      'pin',
      Array.from({ length: pins }, (_, k) => `pin ${k}`),
      seen,
    ),
    ...(await lostOf(question, { labs, files, told })),
  ];
  return {
    acknowledged: { labs: labs.length, events: told - lease.lastSeq, files: files.length, pins },
    lost,
  };
}

/** Goes on after a refused connection with the next; anything that was not answered may be there or not. */
async function untilOver(
  write: (k: number) => Promise<void>,
  over: () => boolean,
  answered: () => void,
): Promise<void> {
  for (let k = 0; !over(); k++)
    await write(k).then(answered, (error: unknown) => {
      if (!isCut(error)) throw error;
      return new Promise((resolve) => setImmediate(resolve));
    });
}

const isCut = (error: unknown): boolean =>
  error instanceof Error &&
  (/fetch failed|other side closed|terminated|ECONN/.test(error.message) || isCut(error.cause));

async function lostOf(
  { env, pool, lease }: KillQuestion,
  { labs, files, told }: { labs: string[]; files: string[]; told: number },
): Promise<string[]> {
  const column = async (sql: string, values: unknown[] = []) =>
    (await pool.query<{ found: string }>(sql, values)).rows.map(({ found }) => found);
  const made = await column(`select name as found from lab where name like 'Lab %'`);
  const events = await column(
    `select seq::text as found from run_event where run_id = $1 and seq <= $2 order by seq`,
    [lease.runId, told],
  );
  const objects = path.join(env.dataFolder, 'objects');
  const storage = await openFolderStorage(objects, { beside: true });
  const whole: string[] = [];
  for (const sha256 of files)
    if (
      createHash('sha256')
        .update(await storage.read(sha256))
        .digest('hex') === sha256
    )
      whole.push(sha256);
  const kept = await column('select sha256 as found from run_artifact where run_id = $1', [
    lease.runId,
  ]);
  return [
    ...missing('lab', labs, made),
    ...differences(
      'event',
      Array.from({ length: told }, (_, k) => String(k + 1)),
      events,
    ),
    ...missing('file', files, whole),
    ...missing('record of file', files, kept),
    ...(await readdir(path.join(objects, 'partial'))).map((name) => `left behind: ${name}`),
  ];
}

const missing = (what: string, wanted: readonly string[], found: readonly string[]) => {
  const there = new Set(found);
  return wanted.filter((one) => !there.has(one)).map((one) => `${what} ${one} is gone`);
};

/** Each of `wanted` once, and nothing else. */
const differences = (what: string, wanted: readonly string[], found: readonly string[]) => [
  ...missing(what, wanted, found),
  ...missing(what, found, wanted).map((text) => text.replace(/is gone$/, 'was never made')),
  ...(new Set(found).size < found.length ? [`a ${what} is there twice`] : []),
];

const pinOf = (id: string): Pin => ({
  id,
  probe: { z: [0.5, -1], seed: 1, conditions: 0 },
  model: 'a'.repeat(64),
  n: 2,
  adjacency: 'Bg==',
  borderline: 0,
  name: id,
  by: { id: 'ada', name: 'Ada', color: '#009988' },
  at: 0,
});
