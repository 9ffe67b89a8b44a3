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
