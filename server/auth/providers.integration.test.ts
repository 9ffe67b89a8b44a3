import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { caller, signUp } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { personOf } from './person.ts';
import { openOrcid, type FakeOrcid } from './testing-orcid.ts';

let orcid: FakeOrcid;
let server: TestServer;
const client = { clientId: 'APP-1', clientSecret: 'a secret' };
beforeAll(async () => {
  orcid = await openOrcid();
  const providers = { github: client, orcid: { ...client, issuer: orcid.issuer } };
  server = await startTestServer({ env: { providers } });
});
afterAll(async () => {
  await server.close();
  await orcid.close();
});

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
const ask = (provider: string, on = server) =>
  fetch(`${on.origin}/api/auth/sign-in/social`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: on.origin },
    body: JSON.stringify({ provider, callbackURL: '/labs' }),
  });

/** Goes to ORCID and comes back, as a browser does. */
async function byOrcid(holder: Record<string, string>) {
  orcid.holder = holder;
  const asked = await ask('orcid');
  const { url } = z.object({ url: z.url() }).parse(await asked.json());
  const there = new URL(url);
  expect(there.origin + there.pathname).toBe(`${orcid.issuer}/oauth/authorize`);
  expect(there.searchParams.get('client_id')).toBe(client.clientId);
  const back = new URL(there.searchParams.get('redirect_uri') ?? '');
  expect(back.origin).toBe(server.origin);
  back.searchParams.set('code', 'a code');
  back.searchParams.set('state', there.searchParams.get('state') ?? '');
  const came = await fetch(back, { headers: { cookie: cookieOf(asked) }, redirect: 'manual' });
  const headers = { cookie: cookieOf(came), origin: server.origin };
  const person = await personOf(server.services.auth, new Headers(headers));
  return { person, cookie: headers.cookie, headers, went: came.headers.get('location') };
}

test('an ORCID iD signs in without an address, twice as the same account', async () => {
  const holder = { sub: '0000-0002-1825-0097', given_name: 'Josiah', family_name: 'Carberry' };
  const first = await byOrcid(holder);
  expect(first.went).toBe('/labs');
  expect(first.person).toMatchObject({ name: 'Josiah Carberry', email: null, guest: false });
  const again = await byOrcid(holder);
  expect(again.person?.id).toBe(first.person?.id);
  const other = await byOrcid({ ...holder, sub: '0000-0001-5109-3700' });
  expect(other.person?.id).not.toBe(first.person?.id);
  if (!first.person) throw new Error('nobody came');
  const api = await caller(server, { ...first, person: first.person });
  expect(await api.account.get()).toMatchObject({ email: null, ways: [{ way: 'orcid' }] });
  const { id: labId } = await api.lab.create({ name: 'By ORCID' });
  expect(await api.lab.members({ labId })).toMatchObject([{ email: null, emailVerified: null }]);
});

test('an account is not taken over by whoever says they have its address elsewhere', async () => {
  const ada = await signUp(server, 'Ada');
  const claimed = await byOrcid({ sub: '0000-0003-0000-0001', email: ada.person.email ?? '' });
  expect(claimed.person?.id).not.toBe(ada.person.id);
});

test('GitHub is asked where it is set; doors that are not set are not there', async () => {
  const { url } = z.object({ url: z.url() }).parse(await (await ask('github')).json());
  expect(url).toMatch(/^https:\/\/github\.com\/login\/oauth\/authorize\?/);
  expect(new URL(url).searchParams.get('client_id')).toBe(client.clientId);
  expect(await (await caller(server, null)).account.ways()).toEqual({ github: true, orcid: true });

  const plain = await startTestServer();
  try {
    expect(await (await caller(plain, null)).account.ways()).toEqual({
      github: false,
      orcid: false,
    });
    for (const provider of ['github', 'orcid'])
      expect((await ask(provider, plain)).status).toBe(404);
  } finally {
    await plain.close();
  }
});
