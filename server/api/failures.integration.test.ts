import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { furnishLab, furniture, type FurnishedLab } from '../testing/furnished-lab.ts';
import { isMutation } from '../testing/is-mutation.ts';
import { enterAsGuest, signUp } from '../testing/people.ts';
import { httpRoutes, procedures } from '../testing/rights-table.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let lab: FurnishedLab;

beforeAll(async () => {
  server = await startTestServer();
  const [owner, viewer, removed] = await Promise.all([
    signUp(server, 'Owner'),
    signUp(server, 'Viewer'),
    enterAsGuest(server, 'Removed'),
  ]);
  lab = await furnishLab(
    server,
    await furniture(server),
    { owner, viewer, removed },
    { open: true, slug: 'demo' },
  );
});
afterAll(() => server.close());

type Logged = { reference?: string; err?: Error };
type Answer = { status: number; text: string };
const strangers = (): Record<string, string> => ({ origin: server.origin });
/** As a browser calls it; a subscription is read to the end of its first failure. */
async function call(path: string, input: unknown, headers: Record<string, string>) {
  const url = `${server.origin}/api/trpc/${path}`;
  const text = input === undefined ? undefined : JSON.stringify(input);
  return said(
    isMutation(path)
      ? await fetch(url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          ...(text === undefined ? {} : { body: text }),
        })
      : await fetch(text === undefined ? url : `${url}?input=${encodeURIComponent(text)}`, {
          headers,
        }),
  );
}

const said = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  text: await answer.text(),
});

const inside = /failed query|params:|select |insert |update "|relation|\\n\s+at |"stack"/i;

describe('while the database fails', () => {
  let logged: Logged[] = [];
  beforeAll(async () => {
    const { log, db } = server.services;
    vi.spyOn(log, 'error').mockImplementation((about) => void logged.push(about as Logged));
    vi.spyOn(console, 'error').mockImplementation(() => undefined); // where the accounts library says it
    await db.execute(sql`alter schema public rename to hidden`);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await server.services.db.execute(sql`alter schema hidden rename to public`);
    logged = [];
  });

  /** Nothing of our inside; what failed is in the log, whole, under the reference that was said. */
  function expectPlain({ status, text }: Answer, what: string) {
    expect(text, what).not.toMatch(inside);
    const [, reference] = /Its log has more under (\w+)\./.exec(text) ?? [];
    if (reference === undefined) {
      expect(status, `${what}: ${text}`).not.toBe(500);
      return;
    }
    const entry = logged.filter((about) => about.reference === reference);
    expect(entry, what).toHaveLength(1);
    expect(entry[0]?.err, what).toBeInstanceOf(Error);
  }

  test.each(Object.entries(procedures))('%s shows nothing of it', async (path, { input }) => {
    for (const headers of [strangers(), lab.owner.headers])
      expectPlain(await call(path, input?.(lab), headers), path);
  });

  test('a stranger who lists runs hears one sentence, and the log has the query', async () => {
    const { status, text } = await call('run.list', { labId: lab.labId }, strangers());
    expect(status).toBe(500);
    expect(text).toMatch(/"Something failed on the server\. Its log has more under [0-9a-f]{8}\."/);
    const [, reference] = /under (\w+)/.exec(text) ?? [];
    const entry = logged.find((about) => about.reference === reference);
    expect(String(entry?.err?.cause)).toContain('Failed query: select');
  });

  test.each(Object.entries(httpRoutes))('%s shows nothing of it', async (name, cases) => {
    const [method = 'GET'] = name.split(' ');
    for (const { url } of cases) {
      const answer = await fetch(server.origin + url(lab), {
        method,
        headers: { ...lab.owner.headers, authorization: 'Bearer somebody' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      expectPlain(await said(answer), name);
    }
  });

  test.each([
    ['sign-in/email', { email: 'a@example.org', password: 'long enough' }],
    ['sign-up/email', { email: 'b@example.org', password: 'long enough', name: 'B' }],
    ['sign-in/anonymous', {}],
  ])('%s shows nothing of it', async (door, body) => {
    const answer = await fetch(`${server.origin}/api/auth/${door}`, {
      method: 'POST',
      headers: { ...strangers(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect((await said(answer)).text).not.toMatch(inside);
  });
});

describe('text that no database stores', () => {
  /** Every copy of the input in which one text, wherever it stands, has this character at its end. */
  function spoilt(input: unknown, character: string): unknown[] {
    if (typeof input === 'string') return [`${input}${character}`];
    if (typeof input !== 'object' || input === null) return [];
    return Object.entries(input).flatMap(([key, value]) =>
      spoilt(value, character).map((bad) =>
        Array.isArray(input)
          ? input.map((item: unknown, at) => (String(at) === key ? bad : item))
          : { ...input, [key]: bad },
      ),
    );
  }

  test.each(Object.entries(procedures))('%s refuses it', async (path, { input }) => {
    const sound = input?.({
      ...lab,
      spec: {
        ...lab.spec,
        sampling: {
          ...lab.spec.sampling,
          filters: [{ field: 'class', op: 'is not', value: 'none' }],
        },
      },
    });
    for (const character of ['\0', '\ud800'])
      for (const bad of spoilt(sound, character)) {
        const { text } = await call(path, bad, lab.owner.headers);
        expect(text, JSON.stringify(bad)).toMatch(/"code":"(?:BAD_REQUEST|NOT_FOUND)"/);
      }
  });

  test('a refusal of input is said in words', async () => {
    const { status, text } = await call('lab.create', { name: 'a\0b' }, lab.owner.headers);
    expect(status).toBe(400);
    expect(text).toContain('"name: This text has control characters; leave them out."');
    const blank = await call('lab.create', { name: ' \u200b ' }, lab.owner.headers);
    expect(blank.text).toContain('"name: Give the lab a name."');
  });

  test('an address with it is not there', async () => {
    for (const path of [`files/${lab.labId}%00/a`, `uploads/${lab.labId}%00?name=a.csv`]) {
      const method = path.startsWith('files') ? 'GET' : 'PUT';
      const answer = await fetch(`${server.origin}/api/${path}`, {
        method,
        headers: lab.owner.headers,
        ...(method === 'GET' ? {} : { body: 'x' }),
      });
      expect(answer.status).toBe(404);
    }
    const named = await fetch(`${server.origin}/api/uploads/${lab.labId}?name=a%00.csv`, {
      method: 'PUT',
      headers: lab.owner.headers,
      body: 'x',
    });
    expect(named.status).toBe(400);
  });
});
