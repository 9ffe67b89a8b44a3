import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addPin } from '~/core/collab/index.ts';
import {
  connectome,
  direction,
  run,
  directionName,
  nameComment,
  nameVote,
} from '~/db/schema/index.ts';
import { makeRoom, synced, visit, type Visit } from '../../realtime/testing.ts';
import { eventually } from '../../realtime/eventually.ts';
import { furnishLab, furniture } from '../../testing/furnished-lab.ts';
import { caller, enter, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let ada: SignedUp;
const visits: Visit[] = [];
const password = 'the first of them';
const email = 'ada@example.org';

beforeAll(async () => {
  server = await startTestServer({ rooms: { beatsPerCheck: Infinity } });
  ada = await enter(server, 'sign-up/email', { name: 'Ada', email, password });
});
afterEach(() => {
  for (const one of visits.splice(0)) one.leave();
});
afterAll(() => server.close());

const signIn = (secret = password) => enter(server, 'sign-in/email', { email, password: secret });

test('sessions are listed without their tokens, and each can be ended, which closes its rooms', async () => {
  const there = await signIn();
  const ben = await signUp(server, 'Ben');
  const asAda = await caller(server, ada);
  const sessions = await asAda.account.sessions();
  expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
  expect(JSON.stringify(sessions)).not.toMatch(/token/i);
  const other = sessions.find(({ current }) => !current)?.id ?? '';
  const { roomId } = await makeRoom(server, [[ada, 'owner']]);
  const [here, elsewhere] = [
    visit(server.origin, roomId, ada),
    visit(server.origin, roomId, there),
  ];
  visits.push(here, elsewhere);
  await Promise.all([here, elsewhere].map(synced));

  const asBen = await caller(server, ben);
  await expect(asBen.account.endSession({ sessionId: other })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await asAda.account.endSession({ sessionId: other });
  expect(await elsewhere.closed).toMatchObject({ code: 4401 });
  expect(here.provider.wsconnected).toBe(true);
  expect(await (await caller(server, there)).account.me()).toBeNull();
  expect((await asAda.account.sessions()).map(({ current }) => current)).toEqual([true]);
});

test('a new password ends the other sessions and their rooms; the old one opens nothing', async () => {
  const there = await signIn();
  const { roomId } = await makeRoom(server, [[ada, 'owner']]);
  const elsewhere = visit(server.origin, roomId, there);
  visits.push(elsewhere);
  await synced(elsewhere);
  const change = (currentPassword: string) =>
    fetch(`${server.origin}/api/auth/change-password`, {
      method: 'POST',
      headers: { ...ada.headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        currentPassword,
        newPassword: 'the second of them',
        revokeOtherSessions: true,
      }),
    });
  expect((await change('a guess of it')).status).toBe(400);
  expect((await change(password)).status).toBe(200);
  expect(await elsewhere.closed).toMatchObject({ code: 4401 });
  await expect(signIn()).rejects.toThrow('401');
  ada = await signIn('the second of them');
});

test('a stream of a lab ends for a session that has ended', async () => {
  const there = await signIn('the second of them');
  const asThere = await caller(server, there);
  const asAda = await caller(server, ada);
  const { id: labId } = await asAda.lab.create({ name: 'Streams' });
  const stream = (await asThere.run.watchLab({ labId }))[Symbol.asyncIterator]();
  expect((await stream.next()).value).toEqual({ kind: 'lists' });
  for (const { id, current } of await asAda.account.sessions())
    if (!current) await asAda.account.endSession({ sessionId: id });
  await asAda.lab.rename({ labId, name: 'Streams, dry' });
  const heard = async () => {
    for (let k = 0; k < 5; k++) await stream.next(); // at most what was announced before
  };
  await expect(heard()).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the export has everything its person made or wrote, and nothing of others', async () => {
  const [owner, viewer, removed] = await Promise.all([
    signUp(server, 'Owner'),
    signUp(server, 'Viewer'),
    signUp(server, 'Removed'),
  ]);
  const rows = await furniture(server);
  const lab = await furnishLab(server, rows, { owner, viewer, removed }, { open: false });
  const { db } = server.services;
  const me = viewer.person.id;
  await db.update(connectome).set({ createdBy: me }).where(eq(connectome.id, lab.connectomeId));
  await db.update(run).set({ createdBy: me }).where(eq(run.id, lab.runId));
  const [of] = await db.select().from(run).where(eq(run.id, lab.runId));
  for (const userId of [me, owner.person.id])
    await db.insert(direction).values({
      ...{ id: `dir_${userId}`, labId: lab.labId, modelId: lab.modelId, name: `of ${userId}` },
      ...{ modelSha256: '0'.repeat(64), vector: [1], distance: 1, userId },
      protocol: { kind: 'principal', component: 0 },
    });
  for (const userId of [me, owner.person.id]) {
    const nameId = `name_${userId}`;
    await db.insert(directionName).values({
      ...{ id: nameId, directionId: `dir_${me}`, labId: lab.labId, userId },
      ...{ name: `named by ${userId}`, claim: 'denser' },
    });
    await db.insert(nameVote).values({ nameId, userId, value: 1 });
    await db
      .insert(nameComment)
      .values({ id: `cmt_${userId}`, nameId, userId, text: 'I think so' });
  }
  const asOwner = await caller(server, owner);
  const { threadId } = lab;
  await asOwner.lab.setRole({ labId: lab.labId, userId: me, role: 'owner' });
  await (await caller(server, viewer)).comment.reply({ threadId, text: 'A first thought' });
  const reply = (await asOwner.comment.thread({ threadId })).all.at(-1)?.id ?? '';
  await (await caller(server, viewer)).comment.edit({ commentId: reply, text: 'On second' });
  const asViewer = await caller(server, viewer);
  const { code } = await asViewer.view.save({ ...lab.view, title: 'Seen' });
  await asViewer.lab.rename({ labId: lab.labId, name: 'Theirs' });
  const { invitation } = await asViewer.invitation.create({
    ...{ labId: lab.labId, role: 'viewer', days: 1, maxUses: 1, email: null },
  });
  const [mine, hers] = [
    visit(server.origin, lab.roomId, viewer),
    visit(server.origin, lab.roomId, owner),
  ];
  visits.push(mine, hers);
  await Promise.all([mine, hers].map(synced));
  const stored = { model: 'm', n: 2, adjacency: 'Bg==', borderline: 0, at: 0 };
  const probe = { z: [0, 0], seed: 1, conditions: 0 };
  const by = { id: 'x', name: 'x', color: '#009988' };
  addPin(mine.doc, { id: 'mine', name: 'mine', probe, ...stored, by }, 'me');
  addPin(hers.doc, { id: 'hers', name: 'hers', probe, ...stored, by }, 'her');
  await asOwner.lab.removeMember({ labId: lab.labId, userId: me }); // what they made is still theirs

  const told = await eventually(async () => {
    const all = await asViewer.account.export();
    expect(all.pins).toHaveLength(1); // once the room has written it
    return all;
  });
  expect(told).toMatchObject({
    format: 'latentome-account-1',
    account: { id: me, name: 'Viewer', email: viewer.person.email },
    labs: [],
    connectomes: [{ id: lab.connectomeId, labId: lab.labId }],
    runs: [{ id: lab.runId, spec: of?.spec }],
    directions: [{ id: `dir_${me}`, vector: [1] }],
    names: [{ id: `name_${me}`, directionId: `dir_${me}`, claim: 'denser' }],
    views: [{ id: code, labId: lab.labId, name: 'Seen', state: { size: 4 } }],
    said: [
      { what: 'vote', content: 1, of: { id: `name_${me}` } },
      { what: 'comment', content: 'I think so' },
    ],
    comments: [
      {
        ...{ id: reply, labId: lab.labId, threadId, about: 'the direction Kept axis' },
        ...{ text: 'On second', edits: [{ text: 'A first thought' }] },
      },
    ],
    pins: [{ room: { id: lab.roomId, name: 'Tuesday' }, pin: { id: 'mine', adjacency: 'Bg==' } }],
    invitations: [{ id: invitation.id }],
    events: [
      ...[{ what: 'reply written' }, { what: 'comment edited' }],
      { what: 'view saved', about: { name: 'Seen' } },
      { what: 'lab renamed', about: { name: 'Theirs' } },
      { what: 'invitation made' },
    ],
  });
  expect(told.sessions).toHaveLength(1);
  expect(JSON.stringify(told)).not.toMatch(
    new RegExp(`hers|${owner.person.id}|password|token`, 'i'),
  );
});
