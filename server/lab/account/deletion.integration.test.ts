import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addPin, readBench } from '~/core/collab/index.ts';
import { Generator, streams } from '~/core/random.ts';
import { connectome, direction, lab, membership, run, user } from '~/db/schema/index.ts';
import { eventually } from '../../realtime/eventually.ts';
import { makeRoom, synced, visit, type Visit } from '../../realtime/testing.ts';
import { furnishLab, furniture, type FurnishedLab } from '../../testing/furnished-lab.ts';
import { giveRole } from '../../testing/give-role.ts';
import { caller, enter, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { until } from '../../testing/until.ts';
import { lockLab } from '../lock-lab.ts';
import { seed } from '../seed/seed.ts';

let server: TestServer;
let rows: Awaited<ReturnType<typeof furniture>>;
let made = 0;
const visits: Visit[] = [];
const password = 'long enough for all';

beforeAll(async () => {
  server = await startTestServer({ rooms: { beatsPerCheck: Infinity } });
  rows = await furniture(server);
});
afterEach(() => {
  for (const one of visits.splice(0)) one.leave();
});
afterAll(() => server.close());

const newcomer = (name: string): Promise<SignedUp> =>
  enter(server, 'sign-up/email', { name, password, email: `${name}${(made += 1)}@example.org` });
const remove = async ({ headers }: SignedUp, body: object = { password }) => {
  const answer = await fetch(`${server.origin}/api/auth/delete-user`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
};
const accountOf = ({ person }: SignedUp) =>
  server.services.db.select().from(user).where(eq(user.id, person.id));
const furnished = async (): Promise<FurnishedLab> => {
  const [owner, viewer, removed] = [
    await newcomer('Owner'),
    await newcomer('Viewer'),
    await newcomer('Gone'),
  ];
  return furnishLab(server, rows, { owner, viewer, removed }, { open: false });
};

test('not without the password, and not for an open page alone', async () => {
  const ada = await newcomer('Ada');
  expect(await remove(ada, {})).toMatchObject({
    status: 400,
    text: expect.stringContaining('password') as string,
  });
  expect((await remove(ada, { password: 'a guess of it' })).status).toBe(400);
  expect(await accountOf(ada)).toHaveLength(1);
  expect((await remove(ada)).status).toBe(200);
  expect(await accountOf(ada)).toEqual([]);
  expect(await (await caller(server, ada)).account.me()).toBeNull();
});

test('the only owner of a lab with others in it stays, is told why, and goes after handing over', async () => {
  const { owner, viewer, labId } = await furnished();
  const asOwner = await caller(server, owner);
  expect(await asOwner.account.deletion()).toMatchObject({ blocking: [{ id: labId }], left: [] });
  const refused = await remove(owner);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Hand over first');
  expect(await accountOf(owner)).toHaveLength(1);
  expect((await asOwner.account.me())?.id).toBe(owner.person.id);

  await asOwner.lab.handOver({ labId, userId: viewer.person.id });
  expect(await asOwner.account.deletion()).toMatchObject({ blocking: [], left: [{ id: labId }] });
  expect((await remove(owner)).status).toBe(200);
  const members = await (await caller(server, viewer)).lab.members({ labId });
  expect(members.map(({ name, role }) => [name, role])).toEqual([['Viewer', 'owner']]);
});

test('labs that nobody else is in go with the account, and no other lab does', async () => {
  const ada = await newcomer('Ada');
  const asAda = await caller(server, ada);
  const alone = await asAda.lab.create({ name: 'Alone' });
  const { labId, owner } = await furnished();
  await giveRole(server, { labId, userId: ada.person.id, role: 'editor' }, 'newcomer');
  expect(await asAda.account.deletion()).toMatchObject({
    ...{ blocking: [], deleted: [{ id: alone.id, name: 'Alone' }], left: [{ id: labId }] },
  });
  expect((await remove(ada)).status).toBe(200);
  const { db } = server.services;
  expect(await db.select().from(lab).where(eq(lab.id, alone.id))).toEqual([]);
  expect(await db.select().from(lab).where(eq(lab.id, labId))).toHaveLength(1);
  const { events } = await (await caller(server, owner)).lab.events({ labId });
  expect(events[0]).toMatchObject({ what: 'person left', who: 'former member' });
});

test('what they made stays, as made by a former member, also in rooms that are open', async () => {
  const lab = await furnished();
  const { owner, viewer, labId, connectomeId, runId, modelId, roomId } = lab;
  const { db } = server.services;
  const me = viewer.person.id;
  await db.update(connectome).set({ createdBy: me }).where(eq(connectome.id, connectomeId));
  await db.update(run).set({ createdBy: me }).where(eq(run.id, runId));
  await db.insert(direction).values({
    ...{ id: `dir_${me}`, labId, modelId, name: 'theirs', modelSha256: '0'.repeat(64) },
    ...{ vector: [1], distance: 1, userId: me, protocol: { kind: 'principal', component: 0 } },
  });
  await giveRole(server, { labId, userId: me, role: 'editor' }, 'member');
  const asViewer = await caller(server, viewer);
  await asViewer.room.create({ modelId, name: 'Theirs' });
  await asViewer.view.save({ ...lab.view, title: 'Theirs' });
  const { threadId } = await asViewer.comment.begin({
    ...{ target: { kind: 'run', runId }, text: 'Slow' },
  });
  const asOwner = await caller(server, owner);
  await asOwner.comment.reply({ threadId, text: `@[${me}], why?` });
  await asViewer.comment.resolve({ threadId, resolved: true });
  const later = await makeRoom(server, [
    [viewer, 'editor'],
    [owner, 'owner'],
  ]); // nobody will be in it
  const stored = { model: 'm', n: 2, adjacency: 'Bg==', borderline: 0, at: 0, name: 'theirs' };
  const probe = { z: [0, 0], seed: 1, conditions: 0 };
  const by = { id: 'x', name: 'x', color: '#009988' };
  const pin = async (id: string) => {
    const inside = visit(server.origin, id, viewer);
    visits.push(inside);
    await synced(inside);
    addPin(inside.doc, { id: 'pin', probe, ...stored, by }, 'me');
    await eventually(() => expect(readBench(inside.doc)[0]?.by.name).toBe('Viewer'));
    return inside;
  };
  const theirs = await pin(roomId);
  (await pin(later.roomId)).leave();
  const hers = visit(server.origin, roomId, owner);
  visits.push(hers);
  await synced(hers);

  expect((await remove(viewer)).status).toBe(200);
  expect(await theirs.closed).toMatchObject({ code: 4401 });
  const names = (room: Visit) => readBench(room.doc).map((one) => [one.id, one.by.name]);
  await eventually(() => expect(names(hers)).toEqual([['pin', 'former member']]));
  const again = visit(server.origin, later.roomId, owner);
  visits.push(again);
  await synced(again);
  await eventually(() => expect(names(again)).toEqual([['pin', 'former member']]));

  const api = await caller(server, owner);
  const former = 'former member';
  expect((await api.connectome.get({ connectomeId })).createdBy).toBe(former);
  expect((await api.run.get({ runId })).createdBy).toBe(former);
  const directions = await api.direction.list({ modelId });
  expect(directions.map((one) => one.by.name).sort()).toEqual(['Owner', former]);
  const { views } = await api.view.list({ labId, mine: false });
  expect(views.map(({ title, by: who }) => [title, who.name])).toEqual([
    ['Theirs', former],
    ['A pair', 'Owner'],
  ]);
  const thread = await api.comment.thread({ threadId });
  expect(thread).toMatchObject({
    ...{ resolved: { by: former }, first: { text: 'Slow', by: { name: former, mine: false } } },
    all: [{}, { text: `@[${me}], why?`, mentions: [{ id: me, name: former }] }],
  });
  await api.comment.reply({ threadId, text: `Still, @[${me}]` }); // nobody is told, nothing breaks
  const { events } = await api.lab.events({ labId });
  expect(events.map(({ what, who }) => [what, who])).toContainEqual(['room made', former]);
  expect(JSON.stringify([events, thread, await api.lab.members({ labId })])).not.toContain(
    'Viewer',
  );
});

test('the demo lab of an owner who goes passes to who has been here longest', async () => {
  await seed(server.services);
  const { db } = server.services;
  const [demo] = await db.select().from(lab).where(eq(lab.slug, 'demo'));
  const labId = demo?.id ?? '';
  const ada = await newcomer('Ada'); // the first since the demo lab is there
  expect((await remove(ada)).status).toBe(200);
  const owners = await db.select().from(membership).where(eq(membership.labId, labId));
  const [eldest] = await db.select().from(user).orderBy(user.createdAt).limit(1);
  expect(owners.map(({ userId, role }) => [userId, role])).toEqual([[eldest?.id, 'owner']]);
});

test('of two owners, one leaving and one deleting the account at once, a lab never loses both', async () => {
  for (let story = 1; story <= 12; story++) {
    const chance = new Generator(story, streams.bench);
    const people = [await newcomer('Ada'), await newcomer('Ben'), await newcomer('Cleo')];
    const [ada, ben, cleo] = people as [SignedUp, SignedUp, SignedUp];
    const { id: labId } = await (await caller(server, ada)).lab.create({ name: `Race ${story}` });
    await giveRole(server, { labId, userId: ben.person.id, role: 'owner' }, 'newcomer');
    await giveRole(server, { labId, userId: cleo.person.id, role: 'viewer' }, 'newcomer');
    const [asAda, asBen] = [await caller(server, ada), await caller(server, ben)];
    const deeds: (() => Promise<unknown>)[] = [
      () => remove(ada),
      () => asBen.lab.leave({ labId }),
      () => asBen.lab.handOver({ labId, userId: ada.person.id }),
      () => remove(ben),
      () => asAda.lab.setRole({ labId, userId: ben.person.id, role: 'viewer' }),
    ];
    const some = [0, 1].flatMap(() => {
      const at = chance.nextInt(deeds.length);
      return deeds.slice(at, at + 1);
    });
    await Promise.allSettled([...some, () => remove(ada)].map((deed) => deed()));
    const left = await server.services.db
      .select()
      .from(membership)
      .where(eq(membership.labId, labId));
    expect(
      left.map(({ role }) => role),
      `story ${story}`,
    ).toContain('owner');
  }
});

test('nobody is let into a lab while their account goes', async () => {
  const { db } = server.services;
  const [ada, ben] = [await newcomer('Ada'), await newcomer('Ben')];
  const asAda = await caller(server, ada);
  const { id: held } = await asAda.lab.create({ name: 'Held' });
  const { id: labId } = await asAda.lab.create({ name: 'Door' });
  const userId = ben.person.id;
  await giveRole(server, { labId: held, userId, role: 'viewer' }, 'newcomer');
  const waiting = async () => {
    const { rows } = await db.execute(
      sql`select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length;
  };
  let settled = false;
  const both = await db.transaction(async (tx) => {
    await lockLab(tx, held);
    const going = remove(ben);
    await until('the deletion waits for the lab', async () => (await waiting()) === 1);
    const entering = asAda.lab
      .addMember({ labId, role: 'owner', userId })
      .then(() => asAda.lab.leave({ labId }))
      .finally(() => (settled = true));
    const both = Promise.allSettled([going, entering]);
    await until('Ben is let in or waits', async () => settled || (await waiting()) === 2);
    return { both };
  });
  await both.both;
  expect(await accountOf(ben)).toEqual([]);
  const left = await db.select().from(membership).where(eq(membership.labId, labId));
  expect(left.map(({ role }) => role)).toContain('owner');
});

test('a stranger deletes nothing', async () => {
  const ada = await signUp(server, 'Ada');
  const answer = await remove({ ...ada, headers: { cookie: '', origin: server.origin } });
  expect(answer.status).toBe(401);
  expect(await accountOf(ada)).toHaveLength(1);
});
