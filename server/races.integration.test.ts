import { afterAll, beforeAll, expect, test } from 'vitest';
import { Generator, streams } from '~/core/random.ts';
import { openDatabase } from '~/db/client.ts';
import { furniture, type FurnishedLab } from './testing/furnished-lab.ts';
import { labReader, type LabReader } from './testing/lab-state.ts';
import { signUp } from './testing/people.ts';
import { startServerProcess, type ServerProcess } from './testing/server-process.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { until } from './testing/until.ts';
import {
  call,
  pick,
  spokenLab,
  stateOf,
  writes,
  writeTo,
  type SpokenLab,
  type Write,
} from './testing/writes.ts';

let server: TestServer;
let second: ServerProcess;
let rows: Awaited<ReturnType<typeof furniture>>;
let people: Pick<FurnishedLab, 'owner' | 'viewer' | 'removed'>;
let reader: LabReader;
let pool: ReturnType<typeof openDatabase>['pool'];

beforeAll(async () => {
  server = await startTestServer();
  second = await startServerProcess({ ...server.services.env, port: 0 });
  rows = await furniture(server);
  const [owner, viewer, removed] = await Promise.all([
    signUp(server, 'Ada'),
    signUp(server, 'Ben'),
    signUp(server, 'Cleo'),
  ]);
  people = { owner, viewer, removed };
  pool = openDatabase(server.databaseUrl).pool;
  reader = await labReader(pool);
}, 120_000);
afterAll(async () => {
  await pool.end();
  await second.kill();
  await server.close();
});

type Pair = { a: (lab: SpokenLab) => Write; b: (lab: SpokenLab) => Write };
type End = { answers: [string, string]; state: string[] };

async function inOrder(lab: SpokenLab, { a, b }: Pair, first: 'a' | 'b'): Promise<End> {
  const asAda = () => call(server.origin, people.owner, a(lab));
  const asBen = () => call(second.origin, people.viewer, b(lab));
  if (first === 'a')
    return { answers: [await asAda(), await asBen()], state: await stateOf(reader, lab) };
  const bens = await asBen();
  return { answers: [await asAda(), bens], state: await stateOf(reader, lab) };
}

/** Both at once; `held` keeps every row of the lab from them until each waits for one or is through. */
async function atOnce(lab: SpokenLab, { a, b }: Pair, held: boolean): Promise<End> {
  const client = await pool.connect();
  const done = [false, false];
  try {
    if (held) {
      await client.query('begin');
      await reader.lock(client, lab.labId);
    }
    const both = [
      call(server.origin, people.owner, a(lab)).finally(() => (done[0] = true)),
      call(second.origin, people.viewer, b(lab)).finally(() => (done[1] = true)),
    ] as const;
    if (held) {
      await until('each waits or is through', async () => {
        const { rows: waiting } = await client.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return waiting.length + done.filter(Boolean).length >= 2;
      });
      await client.query('commit');
    }
    return { answers: [await both[0], await both[1]], state: await stateOf(reader, lab) };
  } finally {
    client.release();
  }
}

test('every table is one of a lab, or is known to be of none', () => {
  expect(reader.unknown).toEqual([]);
});

test('what two members do at once from two servers ends as if one had been first: 200 rounds', async () => {
  const unexplained: string[] = [];
  const seen = new Set<string>();
  for (let seed = 1; seed <= 200; seed++) {
    const chance = new Generator(seed, streams.bench);
    const role = pick<'owner' | 'editor' | 'commenter'>(chance, [
      ...(['owner', 'owner', 'editor', 'commenter'] as const),
    ]);
    const pathA = writes[seed % writes.length] ?? '';
    const pathB = writes[chance.nextInt(writes.length)] ?? '';
    const [seedA, seedB] = [chance.nextInt(1_000_000), chance.nextInt(1_000_000)];
    const pair = {
      a: (lab: SpokenLab) => writeTo(lab, pathA, seedA),
      b: (lab: SpokenLab) => writeTo(lab, pathB, seedB),
    };
    const raced = () => spokenLab(server, rows, people, role);
    const [here, ab, ba] = await Promise.all([raced(), raced(), raced()]);
    const end = await atOnce(here, pair, chance.nextInt(2) === 1);
    const ends = await Promise.all([inOrder(ab, pair, 'a'), inOrder(ba, pair, 'b')]);
    seen.add(pathA).add(pathB);
    const broken = [end, ...ends].some(({ answers }) => answers.includes('INTERNAL_SERVER_ERROR'));
    if (broken || !ends.some((one) => JSON.stringify(one) === JSON.stringify(end)))
      unexplained.push(`seed ${seed}: ${pathA} and ${pathB} (${role}): ${difference(end, ends)}`);
  }
  expect([...seen].sort()).toEqual([...writes].sort());
  expect(unexplained).toEqual([]);
}, 400_000);

function difference(end: End, ends: readonly End[]): string {
  const short = (lines: readonly string[]) => lines.map((line) => line.slice(0, 90)).join(', ');
  return ends
    .map((one) => {
      const more = end.state.filter((line) => !one.state.includes(line));
      const less = one.state.filter((line) => !end.state.includes(line));
      return `${end.answers.join()}, not ${one.answers.join()}; there ${short(more)}; missing ${short(less)}`;
    })
    .join('\n  and ');
}
