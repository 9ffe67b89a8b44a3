import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewInvitation } from '~/core/contracts/index.ts';
import { invitation } from '~/db/schema/index.ts';
import { openPost } from '../../mail/testing-post.ts';
import { caller, enterAsGuest, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let ada: SignedUp;
let ben: SignedUp;
let cleo: SignedUp;
let labId: string;
let api: Record<'ada' | 'ben' | 'cleo' | 'stranger', Awaited<ReturnType<typeof caller>>>;

beforeAll(async () => {
  server = await startTestServer();
  [ada, ben, cleo] = await Promise.all([
    signUp(server, 'Ada'),
    signUp(server, 'Ben'),
    signUp(server, 'Cleo'),
  ]);
  api = {
    ada: await caller(server, ada),
    ben: await caller(server, ben),
    cleo: await caller(server, cleo),
    stranger: await caller(server, null),
  };
  labId = (await api.ada.lab.create({ name: 'Inviting' })).id;
});
afterAll(() => server.close());

const usual = { role: 'commenter', days: 7, maxUses: null, email: null } as const;
const invite = (changed: Partial<NewInvitation> = {}) =>
  api.ada.invitation.create({ labId, ...usual, ...changed });
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);
const roleOf = async (who: SignedUp) =>
  (await api.ada.lab.members({ labId })).find(({ userId }) => userId === who.person.id)?.role;
const expire = (id: string) =>
  server.services.db
    .update(invitation)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(invitation.id, id));

test('a link says what it leads to and lets its holder in, with its role', async () => {
  const made = await invite();
  expect(made).toMatchObject({ mailed: null, invitation: { uses: 0, invitedBy: 'Ada' } });
  const token = tokenOf(made.url);
  expect(made.url).toBe(`${server.origin}/invite/${token}`);
  const days =
    (Date.parse(made.invitation.expiresAt) - Date.parse(made.invitation.createdAt)) / 864e5;
  expect(days).toBeCloseTo(7, 3);
  const seen = { state: 'open', role: 'commenter', invitedBy: 'Ada', member: null } as const;
  for (const who of ['stranger', 'ben'] as const)
    expect(await api[who].invitation.look({ token })).toMatchObject(seen);
  expect(await api.ben.invitation.accept({ token })).toEqual({ slug: 'inviting' });
  expect(await roleOf(ben)).toBe('commenter');
  expect(await api.ben.invitation.look({ token })).toMatchObject({ member: 'commenter' });
  await api.ada.lab.removeMember({ labId, userId: ben.person.id });
});

test('the token is stored as a hash and never told again', async () => {
  const token = tokenOf((await invite()).url);
  const { rows } = await server.services.db.execute(
    sql`select row_to_json(i)::text as all from invitation i`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify([rows, await api.ada.invitation.list({ labId })])).not.toContain(token);
});

test('expired, taken back, used up: each is said, and lets nobody in', async () => {
  const past = await invite();
  await expire(past.invitation.id);
  const back = await invite();
  await api.ada.invitation.revoke({ labId, invitationId: back.invitation.id });
  const used = await invite({ maxUses: 1 });
  await api.cleo.invitation.accept({ token: tokenOf(used.url) });
  await api.cleo.lab.leave({ labId });
  for (const [made, state, said] of [
    [past, 'expired', 'expired'],
    [back, 'revoked', 'taken back'],
    [used, 'used', 'as often as it may'],
  ] as const) {
    const token = tokenOf(made.url);
    expect(await api.stranger.invitation.look({ token })).toEqual({ state }); // not even the lab's name
    await expect(api.ben.invitation.accept({ token })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(said) as string,
    });
  }
  expect(await roleOf(ben)).toBeUndefined();
  const unknown = { token: 'lti_somebody' };
  await expect(api.ben.invitation.look(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(api.ben.invitation.accept(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the list has the open ones only, for owners only', async () => {
  const { open } = await api.ada.invitation.list({ labId });
  for (const { id } of open) await api.ada.invitation.revoke({ labId, invitationId: id });
  const kept = await invite({ role: 'viewer', days: 1, maxUses: 3 });
  await expire((await invite()).invitation.id);
  const once = await invite({ maxUses: 1 });
  await api.cleo.invitation.accept({ token: tokenOf(once.url) });
  expect(await api.ada.invitation.list({ labId })).toEqual({
    open: [kept.invitation],
    byMail: false,
  });
  await expect(api.cleo.invitation.list({ labId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await api.cleo.lab.leave({ labId });
});

test('a link for one lets one in, whoever of many at once; a member uses nothing up', async () => {
  const crowd = await Promise.all(Array.from({ length: 6 }, (_, k) => signUp(server, `Crowd${k}`)));
  const token = tokenOf((await invite({ maxUses: 2 })).url);
  const tries = await Promise.allSettled(
    crowd.map(async (one) => (await caller(server, one)).invitation.accept({ token })),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  const ids = crowd.map(({ person }) => person.id);
  const inside = (await api.ada.lab.members({ labId })).filter(({ userId }) =>
    ids.includes(userId),
  );
  expect(inside).toHaveLength(2);

  const one = await invite({ maxUses: 1, role: 'viewer' });
  expect(await api.ada.invitation.accept({ token: tokenOf(one.url) })).toEqual({
    slug: 'inviting',
  });
  expect(await roleOf(ada)).toBe('owner');
  const twice = { token: tokenOf(one.url) };
  await Promise.all([api.ben.invitation.accept(twice), api.ben.invitation.accept(twice)]);
  expect(await roleOf(ben)).toBe('viewer');
  await api.ben.lab.leave({ labId });
});

test('a guest makes an account first', async () => {
  const token = tokenOf((await invite()).url);
  const guest = await caller(server, await enterAsGuest(server, 'Passer-by'));
  await expect(guest.invitation.accept({ token })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('who was removed does not come back by an older link, and by a newer one does', async () => {
  const older = { token: tokenOf((await invite()).url) };
  await api.ben.invitation.accept(older);
  await api.ben.lab.leave({ labId });
  await api.ben.invitation.accept(older); // leaving is no removal
  await api.ada.lab.removeMember({ labId, userId: ben.person.id });
  await expect(api.ben.invitation.accept(older)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('removed') as string,
  });
  await api.ben.invitation.accept({ token: tokenOf((await invite()).url) });
  expect(await roleOf(ben)).toBe('commenter');
  await api.ben.lab.leave({ labId });
});

test('the links of somebody who is no owner any more end with their role', async () => {
  const { id } = await api.ada.lab.create({ name: 'Coup' });
  await api.ada.lab.addMember({ labId: id, role: 'owner', userId: ben.person.id });
  const by = async (who: 'ada' | 'ben') =>
    tokenOf((await api[who].invitation.create({ labId: id, ...usual, role: 'owner' })).url);
  const [hers, his] = [await by('ada'), await by('ben')];
  await api.ada.lab.removeMember({ labId: id, userId: ben.person.id });
  expect(await api.ben.invitation.look({ token: his })).toEqual({ state: 'revoked' });
  expect(await api.ben.invitation.look({ token: hers })).toMatchObject({ state: 'open' });
});

test('with a mail server the link goes out too; what it does not take is said', async () => {
  const post = await openPost();
  const closed = await openPost({ refuses: true });
  const asked = { ...usual, email: 'dora@example.org' };
  await expect(invite(asked)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  for (const { url, letters } of [post, closed]) {
    const from = 'Latentome <atlas@example.org>';
    const mailing = await startTestServer({ env: { mail: { smtpUrl: url, from } } });
    try {
      const eva = await caller(mailing, await signUp(mailing, 'Eva'));
      const { id } = await eva.lab.create({ name: 'Letters' });
      expect(await eva.invitation.list({ labId: id })).toMatchObject({ byMail: true });
      const made = await eva.invitation.create({ labId: id, ...asked });
      expect(made.mailed).toBe(url === post.url);
      expect(letters.length).toBe(url === post.url ? 1 : 0);
      const text = letters.join().replaceAll(/=\n/g, '').replaceAll('=3D', '=');
      if (made.mailed)
        for (const part of [made.url, 'Letters', 'dora@example.org', from])
          expect(text).toContain(part);
    } finally {
      await mailing.close();
    }
  }
  await Promise.all([post.close(), closed.close()]);
});
