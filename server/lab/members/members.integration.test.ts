import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lab, membership, user } from '~/db/schema/index.ts';
import { caller, enterAsGuest, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let ada: SignedUp;
let ben: SignedUp;
beforeAll(async () => {
  server = await startTestServer();
  ada = await signUp(server, 'Ada');
  ben = await signUp(server, 'Ben');
});
afterAll(() => server.close());

test('a lab belongs to its maker and is nothing to others', async () => {
  const lab = await (await caller(server, ada)).lab.create({ name: 'Zador Lab' });
  expect(lab).toMatchObject({ slug: 'zador-lab', role: 'owner', counts: { members: 1 } });
  expect(await (await caller(server, ada)).lab.list()).toEqual([lab]);
  expect(await (await caller(server, ben)).lab.list()).toEqual([]);
  await expect((await caller(server, ben)).lab.get({ slug: 'zador-lab' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const again = await (await caller(server, ben)).lab.create({ name: 'Zador lab' });
  expect(again.slug).toBe('zador-lab-2');
});

test('guests make no labs and join none', async () => {
  const guest = await enterAsGuest(server, 'Passer-by');
  await expect((await caller(server, guest)).lab.create({ name: 'x' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const asAda = await caller(server, ada);
  const { id: labId } = await asAda.lab.create({ name: 'Guests' });
  await expect(
    asAda.lab.addMember({ labId, role: 'viewer', userId: guest.person.id }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('roles come and go, each change is announced, and an owner always remains', async () => {
  const asAda = await caller(server, ada);
  const asBen = await caller(server, ben);
  const { id: labId, slug } = await asAda.lab.create({ name: 'Roles' });
  const stop = new AbortController();
  const heard = server.services.bus.subscribe('membership', labId, stop.signal);
  const next = async () => (await heard.next()).value as unknown;

  const { userId } = await asAda.lab.findAccount({
    labId,
    email: ben.person.email?.toUpperCase() ?? '',
  });
  await asAda.lab.addMember({ labId, role: 'viewer', userId });
  expect(await next()).toMatchObject({ userId: ben.person.id, role: 'viewer' });
  expect((await asBen.lab.get({ slug })).role).toBe('viewer');
  await expect(
    asBen.lab.setRole({ labId, userId: ben.person.id, role: 'owner' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await asBen.lab.members({ labId })).map(({ name, email }) => [name, email])).toEqual([
    ['Ada', null],
    ['Ben', ben.person.email],
  ]);

  const lastOwner = { code: 'CONFLICT', message: expect.stringContaining('owner') as string };
  await expect(
    asAda.lab.setRole({ labId, userId: ada.person.id, role: 'editor' }),
  ).rejects.toMatchObject(lastOwner);
  await expect(asAda.lab.removeMember({ labId, userId: ada.person.id })).rejects.toMatchObject(
    lastOwner,
  );

  await asBen.lab.removeMember({ labId, userId: ben.person.id });
  expect(await next()).toMatchObject({ userId: ben.person.id, role: null });
  await expect(asBen.lab.get({ slug })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  stop.abort();
});

test('of two owners stepping down at once one stays', async () => {
  const asAda = await caller(server, ada);
  const asBen = await caller(server, ben);
  const { id: labId } = await asAda.lab.create({ name: 'Two owners' });
  await asAda.lab.addMember({ labId, role: 'owner', userId: ben.person.id });
  const left = await Promise.allSettled([
    asAda.lab.removeMember({ labId, userId: ada.person.id }),
    asBen.lab.removeMember({ labId, userId: ben.person.id }),
  ]);
  expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('an address that nobody proved is not trusted: the owner is shown the account, and adds that', async () => {
  const asAda = await caller(server, ada);
  const { id: labId } = await asAda.lab.create({ name: 'Squatters' });
  const email = ben.person.email ?? '';
  await expect(asAda.lab.addMember({ labId, role: 'editor', email })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
  });
  expect(await asAda.lab.members({ labId })).toHaveLength(1);

  const found = await asAda.lab.findAccount({ labId, email });
  expect(found).toMatchObject({ name: 'Ben', email, emailVerified: false });
  // what Ben reads on his own page, and nobody else on theirs
  expect((await (await caller(server, ben)).account.me())?.code).toBe(found.code);
  expect((await asAda.account.me())?.code).not.toBe(found.code);
  await asAda.lab.addMember({ labId, role: 'editor', userId: found.userId });
  const shown = (await asAda.lab.members({ labId })).find(({ name }) => name === 'Ben');
  expect(shown).toMatchObject({ email, emailVerified: false });

  const cleo = await signUp(server, 'Cleo');
  const proved = eq(user.id, cleo.person.id);
  await server.services.db.update(user).set({ emailVerified: true }).where(proved);
  await asAda.lab.addMember({ labId, role: 'viewer', email: cleo.person.email ?? '' });
  const roles = (await asAda.lab.members({ labId })).map(({ name, emailVerified }) => [
    name,
    emailVerified,
  ]);
  expect(roles).toContainEqual(['Cleo', true]);
});

test('the demo lab can be closed to guests and opened again, no other lab can be opened', async () => {
  const asAda = await caller(server, ada);
  const { id: labId } = await asAda.lab.create({ name: 'Members only' });
  await expect(asAda.lab.setOpenToGuests({ labId, open: true })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  const demo = { id: 'lab_demo', slug: 'demo', name: 'Demo lab', openToGuests: true };
  await server.services.db.insert(lab).values(demo);
  await server.services.db
    .insert(membership)
    .values({ labId: demo.id, userId: ada.person.id, role: 'owner' });
  const guest = await caller(server, await enterAsGuest(server, 'Passer-by'));
  const seen = async () => (await guest.lab.list()).map(({ slug }) => slug);
  expect(await seen()).toEqual(['demo']);
  await asAda.lab.setOpenToGuests({ labId: demo.id, open: false });
  expect(await seen()).toEqual([]);
  await asAda.lab.setOpenToGuests({ labId: demo.id, open: true });
  expect(await seen()).toEqual(['demo']);
});
