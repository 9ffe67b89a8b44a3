import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { signUp, type SignedUp } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let ada: SignedUp;
beforeAll(async () => {
  server = await startTestServer();
  ada = await signUp(server, 'Ada');
});
afterAll(() => server.close());

const createLab = (headers: Record<string, string>) =>
  fetch(`${server.origin}/api/trpc/lab.create`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ name: 'Forged' }),
  });

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a browser that only says cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['a browser that only says same-site', { 'sec-fetch-site': 'same-site' }],
])('%s may not act with the cookies of a person', async (_, from) => {
  const answer = await createLab({ cookie: ada.cookie, ...from });
  expect(answer.status).toBe(403);
});

test('our own page may', async () => {
  expect((await createLab(ada.headers)).status).toBe(200);
});

test('a socket opened by another site is turned away before it is one', async () => {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/rooms/room_x`, {
    headers: { cookie: ada.cookie, origin: 'https://evil.example' },
  });
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
  expect(error.message).toContain('404');
});

test('a query with side effects cannot be had by GET', async () => {
  const input = encodeURIComponent(JSON.stringify({ name: 'By GET' }));
  const answer = await fetch(`${server.origin}/api/trpc/lab.create?input=${input}`, {
    headers: ada.headers,
  });
  expect(answer.status).toBe(405);
});

test.each(['/', '/api/health', '/api/trpc/account.me', '/api/auth/get-session', '/api/nothing'])(
  '%s carries the headers that keep a page to itself',
  async (path) => {
    const { headers } = await fetch(server.origin + path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'wasm-unsafe-eval';/);
    expect(policy).not.toMatch(/script-src[^;]* 'unsafe-(inline|eval)'/);
  },
);

test('each answer has a nonce of its own', async () => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await fetch(server.origin)).headers.get('content-security-policy')),
  );
  expect(policies[0]).not.toBe(policies[1]);
});

test('a wrong method, an unknown endpoint, a path that is no path', async () => {
  const wrong = await fetch(`${server.origin}/api/health`, { method: 'DELETE' });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
  expect((await fetch(`${server.origin}/api/nothing`)).status).toBe(404);
  expect((await fetch(`${server.origin}/api/files/lab/%E0%A4%A`)).status).toBe(404);
  expect((await fetch(`${server.origin}/ort/..%2f..%2fpackage.json`)).status).toBe(404);
});

test('guessing passwords is slowed down: 429 and when to come again', async () => {
  const guarded = await startTestServer({ rateLimits: true });
  const statuses: number[] = [];
  let retry: string | null = null;
  for (let guess = 0; guess < 12 && retry === null; guess++) {
    const answer = await fetch(`${guarded.origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: guarded.origin,
        'x-latentome-address': `10.0.0.${guess}`, // a claim that must not help
      },
      body: JSON.stringify({ email: 'ada@example.org', password: `guess ${guess}` }),
    });
    statuses.push(answer.status);
    if (answer.status === 429) retry = answer.headers.get('retry-after');
  }
  expect(statuses.at(-1)).toBe(429);
  expect(Number(retry)).toBeGreaterThan(0);
  await guarded.close();
});

/** Guesses until it is refused, twelve times at most; resolves to the statuses. */
async function guess(at: TestServer, forwarded: (guess: number) => string): Promise<number[]> {
  const statuses: number[] = [];
  while (statuses.length < 12 && statuses.at(-1) !== 429) {
    const { status } = await fetch(`${at.origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: at.origin,
        'x-forwarded-for': forwarded(statuses.length),
      },
      body: JSON.stringify({ email: 'ada@example.org', password: 'a guess' }),
    });
    statuses.push(status);
  }
  return statuses;
}

test('a header that claims another address for each guess helps nobody', async () => {
  const guarded = await startTestServer({ rateLimits: true });
  expect((await guess(guarded, (k) => `198.51.100.${k}`)).at(-1)).toBe(429);
  await guarded.close();
});

test('behind a proxy each person has a limit of their own, whatever they claim before it', async () => {
  const publicOrigin = 'https://atlas.example.org';
  const guarded = await startTestServer({ rateLimits: true, env: { publicOrigin } });
  const [eager, calm] = ['198.51.100.201', '198.51.100.202'];
  const refused = await guess(guarded, (k) => `10.0.0.${k}, ${eager}`);
  expect(refused.slice(-2)).toEqual([401, 429]);
  expect((await guess(guarded, () => calm))[0]).toBe(401);
  const upload = async (forwarded: string) => {
    const headers = { 'x-forwarded-for': forwarded };
    const asked = { method: 'PUT', headers, body: 'id\n' };
    return (await fetch(`${guarded.origin}/api/uploads/lab_none?name=x.csv`, asked)).status;
  };
  let last = 0;
  for (let n = 0; n < 40 && last !== 429; n++) last = await upload(eager);
  expect([last, await upload(calm)]).toEqual([429, 404]);
  await guarded.close();
});

test('a class of forty behind one address enters as guests in one minute', async () => {
  const publicOrigin = 'https://atlas.example.org';
  const guarded = await startTestServer({ rateLimits: true, env: { publicOrigin } });
  const enter = async () => {
    const answer = await fetch(`${guarded.origin}/api/auth/sign-in/anonymous`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: guarded.origin,
        'x-forwarded-for': '198.51.100.203',
      },
      body: '{}',
    });
    return answer.status;
  };
  const entered = await Promise.all(Array.from({ length: 40 }, enter));
  expect(new Set(entered)).toEqual(new Set([200]));
  let last = 200;
  for (let more = 0; more < 100 && last === 200; more++) last = await enter();
  expect(last).toBe(429); // wide, not endless
  await guarded.close();
});

test('uploads of one person are slowed down, those of another are not', async () => {
  const guarded = await startTestServer({ rateLimits: true });
  const [eager, calm] = [await signUp(guarded, 'Eager'), await signUp(guarded, 'Calm')];
  const send = (as: SignedUp) =>
    fetch(`${guarded.origin}/api/uploads/lab_none?name=x.csv`, {
      method: 'PUT',
      headers: as.headers,
      body: 'id\n',
    });
  let last = await send(eager);
  for (let n = 0; n < 40 && last.status !== 429; n++) last = await send(eager);
  expect(last.status).toBe(429);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await send(calm)).status).toBe(404);
  await guarded.close();
});
