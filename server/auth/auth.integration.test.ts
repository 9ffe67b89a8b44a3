import { afterAll, beforeAll, expect, test } from 'vitest';
import { caller, client, enterAsGuest, signUp } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('a stranger is nobody, an account has a name and an address, a guest only a name', async () => {
  const ada = await signUp(server, 'Ada');
  const guest = await enterAsGuest(server, 'Passer-by');

  expect(await client(server, null).account.me.query()).toBeNull();
  expect(await client(server, ada).account.me.query()).toMatchObject({
    id: ada.person.id,
    name: 'Ada',
    guest: false,
    email: expect.stringContaining('@example.org') as string,
  });
  expect(await (await caller(server, guest)).account.me()).toMatchObject({
    name: 'Passer-by',
    guest: true,
    email: null,
  });
});
