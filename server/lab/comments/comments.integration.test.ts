import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPin } from '~/core/collab/bench.ts';
import { longestComment, type CommentTarget, type Pin } from '~/core/contracts/index.ts';
import { commentEdit, inboxItem, model } from '~/db/schema/index.ts';
import { deleteAccount } from '../account/delete-account.ts';
import { appendUpdate } from '../../realtime/persistence.ts';
import { furnishLab, furniture, type FurnishedLab } from '../../testing/furnished-lab.ts';
import { giveRole } from '../../testing/give-role.ts';
import { caller, enterAsGuest, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let rows: Awaited<ReturnType<typeof furniture>>;
let lab: FurnishedLab;
let ada: SignedUp;
let ben: SignedUp;

beforeAll(async () => {
  server = await startTestServer();
  rows = await furniture(server);
  lab = await furnished();
  [ada, ben] = await Promise.all([commenter('Ada'), commenter('Ben')]);
});
afterAll(() => server.close());

async function furnished(open = false): Promise<FurnishedLab> {
  const [owner, viewer, removed] = await Promise.all([
    signUp(server, 'Owner'),
    signUp(server, 'Viewer'),
    signUp(server, 'Removed'),
  ]);
  return furnishLab(server, rows, { owner, viewer, removed }, { open });
}

async function commenter(name: string, labId = lab.labId): Promise<SignedUp> {
  const who = await signUp(server, name);
  await giveRole(server, { labId, userId: who.person.id, role: 'commenter' }, 'newcomer');
  return who;
}

const as = (who: SignedUp) => caller(server, who);
const code = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  );
const at = (who: SignedUp) => `@[${who.person.id}]`;
const onDirection = (): CommentTarget => ({ kind: 'direction', directionId: lab.directionId });
const begin = async (who: SignedUp, text: string, target = onDirection()) =>
  (await (await as(who)).comment.begin({ target, text })).threadId;
const thread = async (who: SignedUp, threadId: string) =>
  (await as(who)).comment.thread({ threadId });
const inbox = async (who: SignedUp) => (await (await as(who)).inbox.list({})).items;
const unread = async (who: SignedUp) => (await as(who)).inbox.unread();
const dims = async () => {
  const [row] = await server.services.db.select().from(model).where(eq(model.id, lab.modelId));
  return row?.manifest.latent.z ?? 0;
};

test('a thread hangs on whatever can be pointed at, and is listed there and nowhere else', async () => {
  const { modelId, roomId, directionId, runId } = lab;
  const z = Array.from({ length: await dims() }, () => 0.5);
  const doc = new Y.Doc();
  const pin: Pin = {
    ...{ id: 'pin_c', probe: { z, seed: 3, conditions: 2 }, model: 'f'.repeat(64) },
    ...{ n: 2, adjacency: 'Ag==', borderline: 0, name: 'Dense one', at: 1 },
    by: { id: ada.person.id, name: 'Ada', color: '#336699' },
  };
  addPin(doc, pin, null);
  await appendUpdate(server.services, roomId, Y.encodeStateAsUpdate(doc));
  const other = await (await as(lab.owner)).room.create({ modelId, name: 'Another' });
  const targets: CommentTarget[] = [
    { kind: 'point', modelId, z },
    { kind: 'region', modelId, corners: [z, z.map((v) => -v), z] },
    { kind: 'observed', modelId, circuit: 31 },
    { kind: 'pin', roomId, pinId: 'pin_c' },
    { kind: 'run', runId },
  ];
  const begun = [];
  for (const target of targets) begun.push(await begin(ada, `On ${target.kind}`, target));
  const api = await as(lab.viewer);
  const listed = async (scope: Parameters<typeof api.comment.threads>[0]['scope']) =>
    (await api.comment.threads({ scope })).threads.map(({ id }) => id).sort();
  expect(await listed({ of: 'room', roomId })).toEqual(begun.slice(0, 4).sort());
  expect(await listed({ of: 'room', roomId: other.id })).toEqual(begun.slice(0, 3).sort());
  expect(await listed({ of: 'run', runId })).toEqual(begun.slice(4));
  expect(await listed({ of: 'direction', directionId })).toEqual([lab.threadId]);
  const { threads } = await api.comment.threads({ scope: { of: 'room', roomId } });
  expect(threads.find(({ target }) => target.kind === 'pin')).toMatchObject({
    about: 'the pin Dense one in Tuesday',
    target: targets[3],
    first: { text: 'On pin', by: { name: 'Ada', mine: false } },
    ...{ comments: 1, resolved: null, watching: false },
  });
});

test('nothing is hung on what is not there, or is not of this map', async () => {
  const { modelId, roomId } = lab;
  const z = Array.from({ length: await dims() }, () => 0);
  const refused = async (target: CommentTarget) => code(begin(ada, 'x', target));
  expect(await refused({ kind: 'point', modelId: 'mdl_none', z })).toBe('NOT_FOUND');
  expect(await refused({ kind: 'point', modelId, z: [...z, 0] })).toBe('BAD_REQUEST');
  expect(await refused({ kind: 'region', modelId, corners: [z, z, [...z, 1]] })).toBe(
    'BAD_REQUEST',
  );
  expect(await refused({ kind: 'region', modelId, corners: [z, z] })).toBe('BAD_REQUEST');
  expect(await refused({ kind: 'observed', modelId, circuit: 32 })).toBe('NOT_FOUND');
  expect(await refused({ kind: 'pin', roomId, pinId: 'pin_none' })).toBe('NOT_FOUND');
  const api = await as(ada);
  for (const text of [' \n ', 'a\0b', 'a\ud800', 'x'.repeat(longestComment + 1)])
    expect(await code(api.comment.begin({ target: onDirection(), text }))).toBe('BAD_REQUEST');
  expect(await code(api.comment.reply({ threadId: 'thr_none', text: 'x' }))).toBe('NOT_FOUND');
  const elsewhere = await furnished();
  expect(
    await refused({ kind: 'direction', directionId: elsewhere.directionId }),
    'of a lab that is closed to her',
  ).toBe('NOT_FOUND');
});

test('a mention reaches its member once, at once, under the name of today', async () => {
  const stop = new AbortController();
  const heard = server.services.bus.subscribe('inbox', ben.person.id, stop.signal);
  const text = `${at(ben)} and ${at(ben)}, see ${at(ada)}, @[nobody] and ${at(lab.removed)}`;
  const threadId = await begin(ada, text);
  expect((await heard.next()).value).toMatchObject({ topic: 'inbox', id: ben.person.id });
  stop.abort();
  expect(await inbox(ben)).toMatchObject([
    {
      ...{ reason: 'mention', read: false, lab: { slug: lab.slug, name: 'Furnished' } },
      thread: { id: threadId, about: 'the direction Kept axis', kind: 'direction' },
      place: { modelId: lab.modelId, directionId: lab.directionId },
      comment: { text, by: { name: 'Ada' } },
    },
  ]);
  expect(await unread(ben)).toBe(1);
  expect([await inbox(ada), await inbox(lab.removed), await inbox(lab.viewer)]).toEqual([
    [],
    [],
    [],
  ]);
  const { all } = await thread(ben, threadId);
  expect(all[0]?.mentions.map(({ name }) => name)).toEqual(['Ben', 'Ada']); // the others are text
});

test('whoever wrote in a thread hears of replies, and whoever asks to; not of their own, not after saying no', async () => {
  const threadId = await begin(ada, 'Who knows?');
  const before = {
    ada: await unread(ada),
    ben: await unread(ben),
    viewer: await unread(lab.viewer),
  };
  await (await as(lab.viewer)).comment.watch({ threadId, watching: true });
  await (await as(ben)).comment.reply({ threadId, text: 'I do.' });
  expect(await unread(ada)).toBe(before.ada + 1);
  expect(await unread(lab.viewer)).toBe(before.viewer + 1);
  expect(await unread(ben)).toBe(before.ben);
  expect((await inbox(ada))[0]).toMatchObject({ reason: 'reply', comment: { text: 'I do.' } });
  await (await as(ben)).comment.watch({ threadId, watching: false });
  await (await as(lab.viewer)).comment.watch({ threadId, watching: false });
  await (await as(ben)).comment.reply({ threadId, text: 'Or do I?' }); // writing again is not asking again
  await (await as(ada)).comment.reply({ threadId, text: `${at(ben)}?` });
  expect(await unread(ben)).toBe(before.ben + 1);
  expect((await inbox(ben))[0]?.reason).toBe('mention');
  await (await as(ada)).comment.reply({ threadId, text: 'So?' });
  expect(await unread(ben)).toBe(before.ben + 1);
  expect(await unread(lab.viewer)).toBe(before.viewer + 1);
  const seen = await thread(ben, threadId);
  expect([seen.watching, (await thread(ada, threadId)).watching]).toEqual([false, true]);
  expect(seen.all.map(({ text }) => text)).toEqual([
    ...['Who knows?', 'I do.', 'Or do I?', `${at(ben)}?`, 'So?'],
  ]);
});

test('an edit keeps what was said before; only whom it newly mentions hears of it', async () => {
  const threadId = await begin(ada, `One, ${at(ben)}`);
  const commentId = (await thread(ada, threadId)).first.id;
  await (await as(lab.owner)).comment.watch({ threadId, watching: true });
  const counts = async () => ({
    ben: await unread(ben),
    viewer: await unread(lab.viewer),
    owner: await unread(lab.owner),
  });
  const before = await counts();
  const edit = async (who: SignedUp, text: string) =>
    (await as(who)).comment.edit({ commentId, text });
  expect(await code(edit(ben, 'Other'))).toBe('FORBIDDEN');
  expect(await code(edit(lab.owner, 'Other'))).toBe('FORBIDDEN');
  await edit(ada, `One, ${at(ben)}`); // nothing changed
  expect((await thread(ada, threadId)).first.editedAt).toBeNull();
  await edit(ada, `Two, ${at(ben)} and ${at(lab.viewer)}`);
  await edit(ada, 'Three');
  const { first } = await thread(lab.viewer, threadId);
  expect(first).toMatchObject({ text: 'Three', mentions: [] });
  expect(first.editedAt).not.toBeNull();
  const edits = await (await as(lab.viewer)).comment.edits({ commentId });
  expect(edits.map(({ text, mentions }) => [text, mentions.map(({ name }) => name)])).toEqual([
    [`One, ${at(ben)}`, ['Ben']],
    [`Two, ${at(ben)} and ${at(lab.viewer)}`, ['Ben', 'Viewer']],
  ]);
  expect(edits[0]?.at).toBe(first.createdAt);
  expect(Date.parse(edits[1]?.at ?? '')).toBeGreaterThan(Date.parse(first.createdAt));
  expect(await counts()).toEqual({ ...before, viewer: before.viewer + 1 });
});

test('whoever was mentioned stays so through an edit after leaving; who left is not mentioned anew', async () => {
  const cleo = await commenter('Cleo');
  const threadId = await begin(ada, `Ask ${at(cleo)}`);
  const commentId = (await thread(ada, threadId)).first.id;
  await (await as(cleo)).lab.leave({ labId: lab.labId });
  expect([await inbox(cleo), await unread(cleo)]).toEqual([[], 0]);
  await (await as(ada)).comment.edit({ commentId, text: `Do ask ${at(cleo)}` });
  expect((await thread(ada, threadId)).first.mentions).toEqual([
    { id: cleo.person.id, name: 'Cleo' },
  ]);
  const later = await begin(ada, `And ${at(cleo)}`);
  expect((await thread(ada, later)).first.mentions).toEqual([]);
});

test('a comment is withdrawn by its author or an owner: text, history and inboxes are empty of it, its place stays', async () => {
  const threadId = await begin(ada, `A slip, ${at(ben)}`);
  await (await as(ben)).comment.reply({ threadId, text: 'Nonsense.' });
  const [slip, nonsense] = (await thread(ada, threadId)).all;
  const commentId = slip?.id ?? '';
  await (await as(ada)).comment.edit({ commentId, text: `A worse slip, ${at(ben)}` });
  const before = await unread(ben);
  expect(await code((await as(ben)).comment.withdraw({ commentId }))).toBe('FORBIDDEN');
  await (await as(ada)).comment.withdraw({ commentId });
  await (await as(lab.owner)).comment.withdraw({ commentId: nonsense?.id ?? '' });
  expect((await thread(ben, threadId)).all).toMatchObject([
    { text: '', mentions: [], withdrawn: 'by its author', editedAt: null, by: { name: 'Ada' } },
    { text: '', withdrawn: 'by an owner', by: { name: 'Ben', mine: true } },
  ]);
  expect(await unread(ben)).toBe(before - 1);
  const kept = await server.services.db
    .select()
    .from(commentEdit)
    .where(eq(commentEdit.commentId, commentId));
  expect(kept).toEqual([]);
  const asAda = await as(ada);
  expect(await code(asAda.comment.edit({ commentId, text: 'Back' }))).toBe('NOT_FOUND');
  expect(await code(asAda.comment.withdraw({ commentId }))).toBe('NOT_FOUND');
  const { events } = await (await as(ben)).lab.events({ labId: lab.labId });
  expect(events.slice(0, 2)).toMatchObject([
    { what: 'comment withdrawn', who: 'Owner', person: 'Ben' },
    { what: 'comment withdrawn', who: 'Ada', person: null },
  ]);
});

test('a thread is resolved and reopened by whoever may speak, and says by whom', async () => {
  const threadId = await begin(ada, 'Settled?');
  const resolve = async (who: SignedUp, resolved: boolean) =>
    (await as(who)).comment.resolve({ threadId, resolved });
  expect(await code(resolve(lab.viewer, true))).toBe('FORBIDDEN');
  await resolve(ben, true);
  await resolve(ada, true); // it is already
  expect((await thread(ada, threadId)).resolved).toMatchObject({ by: 'Ben' });
  await resolve(ada, false);
  expect((await thread(ada, threadId)).resolved).toBeNull();
  const { events } = await (await as(ada)).lab.events({ labId: lab.labId });
  expect(events.slice(0, 2).map(({ what, who }) => [what, who])).toEqual([
    ['thread reopened', 'Ada'],
    ['thread resolved', 'Ben'],
  ]);
});

test('an inbox is read one by one, a thread at a time or as a whole, by its person alone; pages hold everything once', async () => {
  const dora = await commenter('Dora');
  const threadId = await begin(ada, `First ${at(dora)}`);
  for (let k = 0; k < 60; k++) await begin(ada, `${k} ${at(dora)}`);
  const api = await as(dora);
  const first = await api.inbox.list({});
  const second = await api.inbox.list({ cursor: first.next });
  const all = [...first.items, ...second.items];
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 11, null]);
  expect(all.map(({ comment }) => comment.text.split(' ')[0])).toEqual([
    ...Array.from({ length: 60 }, (_, k) => String(59 - k)),
    'First',
  ]);
  const seqs = [all[0]?.seq ?? 0];
  await (await as(ben)).inbox.markRead({ seqs });
  await (await as(ben)).inbox.markThreadRead({ threadId });
  await (await as(ben)).inbox.markAllRead();
  expect(await api.inbox.unread()).toBe(61);
  await api.inbox.markRead({ seqs });
  await api.inbox.markThreadRead({ threadId });
  expect(await api.inbox.unread()).toBe(59);
  expect((await api.inbox.list({})).items.slice(0, 2).map(({ read }) => read)).toEqual([
    true,
    false,
  ]);
  await api.inbox.markAllRead();
  expect(await api.inbox.unread()).toBe(0);
});

test('whoever has a page of one lab open hears of a mention in another', async () => {
  const elsewhere = await furnished();
  const { labId } = elsewhere;
  await giveRole(server, { labId, userId: ada.person.id, role: 'viewer' }, 'newcomer');
  const api = await as(ada);
  const inLab = (await api.run.watchLab({ labId: lab.labId }))[Symbol.asyncIterator]();
  const outside = (await api.inbox.watch())[Symbol.asyncIterator]();
  await Promise.all([inLab.next(), outside.next()]); // what they say on coming
  /** Who is there is told on the same stream. */
  const lists = async () => {
    for (;;) {
      const next = await inLab.next();
      if (next.done === true || next.value.kind === 'lists') return next;
    }
  };
  const heard = Promise.all([lists(), outside.next()]);
  const { threadId } = elsewhere;
  await (await as(elsewhere.owner)).comment.reply({ threadId, text: `${at(ada)}, look` });
  expect((await heard).map(({ value, done }): unknown[] => [value, done])).toEqual([
    [{ kind: 'lists' }, false],
    [{ personId: ada.person.id }, false],
  ]);
  await Promise.all([inLab.return?.(), outside.return?.()]);
});

test('a guest of an open lab reads, and neither writes nor watches', async () => {
  const open = await furnished(true);
  const { threadId } = open;
  const guest = await as(await enterAsGuest(server, 'Golgi'));
  expect(await guest.comment.thread({ threadId })).toMatchObject({
    ...{ maySpeak: false, mayModerate: false, mayWatch: false, comments: 1 },
  });
  expect(await code(guest.comment.watch({ threadId, watching: true }))).toBe('NOT_FOUND');
  expect(await code(guest.comment.reply({ threadId, text: 'x' }))).toBe('FORBIDDEN');
});

test('threads go with what they hang on', async () => {
  const gone = await furnished();
  const asOwner = await as(gone.owner);
  const { labId, directionId, threadId } = gone;
  await asOwner.comment.reply({ threadId, text: `${at(gone.viewer)}!` });
  expect(await unread(gone.viewer)).toBe(1);
  await asOwner.direction.remove({ labId, directionId });
  expect(await code(asOwner.comment.thread({ threadId }))).toBe('NOT_FOUND');
  expect(await unread(gone.viewer)).toBe(0);
  const left = await server.services.db
    .select()
    .from(inboxItem)
    .where(eq(inboxItem.userId, gone.viewer.person.id));
  expect(left).toEqual([]);
});

test('an account that goes while it is spoken of, and speaks, leaves nothing broken', async () => {
  for (let round = 0; round < 10; round++) {
    const leaving = await commenter('Leaving');
    const threadId = await begin(leaving, `Round ${round}`);
    const saying = [ada, ben, leaving].map(async (who) => {
      const api = await as(who);
      return () =>
        Promise.all([
          code(api.comment.reply({ threadId, text: `Stay, ${at(leaving)} and ${at(ben)}` })),
          code(api.comment.resolve({ threadId, resolved: true })),
        ]);
    });
    const deeds = await Promise.all(saying);
    const going = deleteAccount(server.services, leaving.person.id);
    const [byAda, byBen, byLeaving] = await Promise.all(deeds.map((deed) => deed()));
    await going;
    expect([byAda, byBen]).toEqual([
      [null, null],
      [null, null],
    ]);
    for (const answer of byLeaving ?? [])
      expect([null, 'UNAUTHORIZED', 'NOT_FOUND', 'FORBIDDEN']).toContain(answer);
    const { first, all } = await thread(ada, threadId);
    expect(first.by).toEqual({ name: 'former member', mine: false });
    expect(all.flatMap(({ mentions }) => mentions.map(({ name }) => name))).not.toContain(
      'Leaving',
    );
  }
});

test('everybody who replies at once is heard, each reply once', async () => {
  const many = await Promise.all(['A', 'B', 'C', 'D'].map((name) => commenter(name)));
  const threadId = await begin(ada, many.map(at).join(' '));
  await Promise.all(
    many.map(async (who) => {
      const others = many.filter((one) => one !== who).map(at);
      const api = await as(who);
      for (let k = 0; k < 3; k++)
        await api.comment.reply({ threadId, text: `${k} ${others.join(' ')}` });
    }),
  );
  expect((await thread(ada, threadId)).comments).toBe(13);
  for (const who of many) expect(await unread(who)).toBe(1 + 9);
});
