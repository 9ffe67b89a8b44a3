import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from '../api/root.ts';
import { routes } from '../http/index.ts';
import { knock } from '../realtime/testing.ts';
import { furnishLab, furniture, type FurnishedLab } from './furnished-lab.ts';
import { caller, enterAsGuest, signUp, type SignedUp } from './people.ts';
import { expected, type Outcome, type Who } from './rights-expected.ts';
import { httpRoutes, procedures, type Expectation } from './rights-table.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const refusals: readonly string[] = ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'];
const isRefusal = (code: string): code is Outcome => refusals.includes(code);
/** The owner last: they may, and so they change something. */
const order: Who[] = ['stranger', 'guest', 'removed', 'viewer', 'owner'];

let server: TestServer;
let rows: Awaited<ReturnType<typeof furniture>>;
let people: Record<Exclude<Who, 'stranger'>, SignedUp>;

beforeAll(async () => {
  server = await startTestServer();
  rows = await furniture(server);
  const [owner, viewer, removed, guest] = await Promise.all([
    signUp(server, 'Owner'),
    signUp(server, 'Viewer'),
    signUp(server, 'Removed'),
    enterAsGuest(server, 'Guest'),
  ]);
  people = { owner, viewer, removed, guest };
  await furnishLab(server, rows, people, { open: true, slug: 'demo' });
});
afterAll(() => server.close());

const as = (who: Who): SignedUp | null => (who === 'stranger' ? null : people[who]);

async function callProcedure(path: string, who: Who, input: unknown): Promise<Outcome> {
  let at: unknown = await caller(server, as(who));
  for (const part of path.split('.')) at = (at as Record<string, unknown>)[part];
  try {
    const answer = await (at as (input: unknown) => Promise<unknown>)(input);
    if (isIterable(answer)) {
      const first = answer[Symbol.asyncIterator]();
      await first.next();
      await first.return?.();
    }
    return 'passes';
  } catch (error) {
    if (error instanceof TRPCError && isRefusal(error.code)) return error.code;
    if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return 'passes';
    throw error;
  }
}

function isIterable(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

test('every procedure and every route is in the table, and the table names no others', () => {
  expect(Object.keys(procedures).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  const listed = routes.map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(httpRoutes).sort()).toEqual(listed.sort());
});

describe.each(['closed', 'open'] as const)('in a lab that is %s to guests', (kind) => {
  const furnish = () => furnishLab(server, rows, people, { open: kind === 'open' });

  test.each(Object.entries(procedures))('%s', async (path, row: Expectation) => {
    const lab = await furnish();
    const outcomes = new Map<Who, Outcome>();
    for (const who of order) {
      const outcome = await callProcedure(path, who, row.input?.(lab));
      outcomes.set(who, outcome);
      const fits = expected(row.need, who, kind);
      const allowed = row.absent && fits.includes('passes') ? ['NOT_FOUND'] : fits;
      expect(allowed, `${who}: ${JSON.stringify([...outcomes])}`).toContain(outcome);
    }
  });

  test.each(Object.entries(httpRoutes))('%s', async (name, cases) => {
    const lab = await furnish();
    const [method] = name.split(' ');
    for (const { need, url } of cases) {
      for (const who of order) {
        const answer = await fetch(server.origin + url(lab), {
          method: method ?? 'GET',
          headers: as(who)?.headers ?? {},
          ...(method === 'GET' ? {} : { body: '{}' }),
        });
        await answer.arrayBuffer();
        const outcome = statusOutcome(answer.status);
        expect(expected(need, who, kind), `${who}: ${answer.status}`).toContain(outcome);
      }
    }
  });

  test('the socket of a room', async () => {
    const lab = await furnish();
    const refused = kind === 'closed' ? 4403 : 'open';
    expect(await knockAs('stranger', lab)).toBe(4401);
    expect(await knockAs('guest', lab)).toBe(refused);
    expect(await knockAs('removed', lab)).toBe(refused);
    expect(await knockAs('viewer', lab)).toBe('open');
    expect(await knockAs('viewer', { ...lab, roomId: 'room_none' })).toBe(4404);
  });
});

function statusOutcome(status: number): Outcome {
  if (status === 401) return 'UNAUTHORIZED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  expect(status).toBeLessThan(500);
  return 'passes';
}

/** The code the socket closes with, or `open` once the server speaks. */
function knockAs(who: Who, { roomId }: FurnishedLab): Promise<number | 'open'> {
  return new Promise((resolve) => {
    const socket = knock(server.origin, roomId, as(who));
    socket.once('close', (code) => resolve(code));
    socket.once('message', () => {
      resolve('open');
      socket.close();
    });
  });
}

test('lists show nothing of labs that are closed to somebody', async () => {
  const closed = await furnishLab(server, rows, people, { open: false });
  const seen = async (who: 'guest' | 'removed' | 'viewer') =>
    (await (await caller(server, as(who))).lab.list()).some(({ id }) => id === closed.labId);
  expect([await seen('guest'), await seen('removed'), await seen('viewer')]).toEqual([
    false,
    false,
    true,
  ]);
});
