import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPin } from '~/core/collab/bench.ts';
import type { Pin, Prediction, TestFigures, TestProtocol } from '~/core/contracts/index.ts';
import {
  foldsOf,
  protocolFor,
  testCircuits,
  usualNulls,
  usualSteps,
} from '~/core/directions/index.ts';
import { direction, model, nameVote } from '~/db/schema/index.ts';
import * as Y from 'yjs';
import { appendUpdate } from '../../realtime/persistence.ts';
import { furnishLab, furniture, type FurnishedLab } from '../../testing/furnished-lab.ts';
import { giveRole } from '../../testing/give-role.ts';
import { caller, client, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let lab: FurnishedLab;
let ada: SignedUp;
let ben: SignedUp;
let protocol: TestProtocol;
const counts = { train: 100, validation: 20, test: 60 };

beforeAll(async () => {
  server = await startTestServer();
  const [owner, viewer, removed] = await Promise.all(
    ['Owner', 'Viewer', 'Removed'].map((name) => signUp(server, name)),
  );
  if (!owner || !viewer || !removed) throw new Error('nobody came');
  const rows = await furniture(server);
  lab = await furnishLab(server, rows, { owner, viewer, removed }, { open: false });
  ada = await signUp(server, 'Ada');
  ben = await signUp(server, 'Ben');
  for (const { person } of [ada, ben])
    await giveRole(server, { labId: lab.labId, userId: person.id, role: 'commenter' }, 'newcomer');
  const { db } = server.services;
  const [row] = await db.select().from(model).where(eq(model.id, lab.modelId));
  const [of] = await db.select().from(direction).where(eq(direction.id, lab.directionId));
  if (!row || !of) throw new Error('The furnished lab has no direction.');
  const figures = { ...row.manifest.figures, circuits: counts };
  await db
    .update(model)
    .set({ manifest: { ...row.manifest, figures } })
    .where(eq(model.id, lab.modelId));
  const circuits = testCircuits(foldsOf(counts), of.protocol);
  protocol = { ...protocolFor({ ...circuits, modelSha256: of.modelSha256 }), scores: null };
});
afterAll(() => server.close());

const as = async (who: SignedUp) => (await caller(server, who)).directionName;
const detail = async (who: SignedUp) =>
  (await caller(server, who)).direction.get({ directionId: lab.directionId });
const named = async (who: SignedUp, name: string) =>
  (await detail(who)).names.find((one) => one.name === name);
const code = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  );
const rises: Prediction = {
  statements: [
    { metric: 'reciprocity', change: 'rises' },
    { metric: 'density', change: 'stays' },
  ],
  threshold: 0.5,
};

/** Gives a further name as Ada and tells its id. */
async function give(name: string, prediction: Prediction | null = null): Promise<string> {
  const { directionId } = lab;
  const claim = `${name}, in one line`;
  return (await (await as(ada)).give({ directionId, name, claim, prediction })).nameId;
}

test('what a direction was kept as is its first name and its title, before anybody has spoken', async () => {
  const { direction: found, names, maySpeak } = await detail(lab.viewer);
  expect(found.title).toBe('Kept axis');
  expect(maySpeak).toBe(false);
  expect(names).toMatchObject([
    { id: lab.directionId, founding: true, name: 'Kept axis', claim: '', by: { name: 'Owner' } },
  ]);
  const api = await as(lab.viewer);
  expect(
    await code(api.vote({ directionId: lab.directionId, nameId: lab.directionId, value: 1 })),
  ).toBe('FORBIDDEN');
});

test('names compete: the one with the most votes is the title, also in lists, and it is announced', async () => {
  const { directionId } = lab;
  const stop = new AbortController();
  const heard = server.services.bus.subscribe('lab', lab.labId, stop.signal);
  const nameId = await give('More reciprocal');
  expect((await heard.next()).value).toMatchObject({ topic: 'lab', id: lab.labId });
  stop.abort();
  expect(await code(give('More reciprocal'))).toBe('CONFLICT');
  expect(await code(give('Kept axis'))).toBe('CONFLICT');
  expect((await detail(ben)).direction.title).toBe('Kept axis'); // none has votes: the oldest
  await (await as(ben)).vote({ directionId, nameId, value: 1 });
  expect((await detail(ada)).direction.title).toBe('More reciprocal');
  const [listed] = await (await caller(server, ada)).direction.list({ modelId: lab.modelId });
  expect(listed).toMatchObject({ name: 'Kept axis', title: 'More reciprocal' });
  await (await as(ada)).vote({ directionId, nameId: directionId, value: 1 });
  expect((await detail(ada)).direction.title).toBe('Kept axis'); // equal: the oldest
  await (await as(ada)).vote({ directionId, nameId: directionId, value: -1 });
  expect((await detail(ada)).direction.title).toBe('More reciprocal');
  expect((await named(ada, 'Kept axis'))?.votes).toEqual({ for: 0, against: 1, mine: -1 });
  await (await as(ada)).vote({ directionId, nameId: directionId, value: null });
  expect((await named(ada, 'Kept axis'))?.votes).toEqual({ for: 0, against: 0, mine: null });
});

test('one vote a person, however many requests come at once from two connections', async () => {
  const { directionId } = lab;
  const nameId = await give('Raced for');
  const [one, two] = [client(server, ben), client(server, ben)];
  const values = Array.from({ length: 24 }, (_, k) => (k % 3 === 0 ? -1 : 1));
  const answers = await Promise.allSettled(
    values.map((value, k) =>
      (k % 2 ? one : two).directionName.vote.mutate({ directionId, nameId, value }),
    ),
  );
  expect(answers.every(({ status }) => status === 'fulfilled')).toBe(true);
  const stored = await server.services.db
    .select()
    .from(nameVote)
    .where(eq(nameVote.nameId, nameId));
  expect(stored).toHaveLength(1);
  await client(server, ben).directionName.vote.mutate({ directionId, nameId, value: 1 });
  expect((await named(ben, 'Raced for'))?.votes).toEqual({ for: 1, against: 0, mine: 1 });
});

test('two people speaking first of a direction found its first name once', async () => {
  const { db } = server.services;
  const [row] = await db.select().from(direction).where(eq(direction.id, lab.directionId));
  if (!row) throw new Error('no direction');
  const fresh = { ...row, id: 'dir_fresh', name: 'Fresh' };
  await db.insert(direction).values(fresh);
  const asked = { directionId: fresh.id, nameId: fresh.id, value: 1 as const };
  await Promise.all([ada, ben, lab.owner].map(async (who) => (await as(who)).vote(asked)));
  const { names } = await (await caller(server, ada)).direction.get({ directionId: fresh.id });
  expect(names).toMatchObject([{ founding: true, votes: { for: 3, against: 0 } }]);
  await db.delete(direction).where(eq(direction.id, fresh.id));
});

/** One row a statement: the same change in every circuit but for a little. */
const figuresOf = (...changes: number[]): TestFigures =>
  changes.map((change) => protocol.circuits.map((_, k) => change + (k % 2 ? 0.1 : -0.1)));

test('a prediction is tested: the verdict is worked out here, whatever the page thinks of it', async () => {
  const { directionId } = lab;
  const nameId = await give('Reciprocal and nothing else', rises);
  const keep = async (figures: TestFigures, changed: Partial<TestProtocol> = {}) =>
    (await as(ben)).keepTest({
      directionId,
      nameId,
      protocol: { ...protocol, ...changed },
      figures,
    });
  const test = async () => (await named(ada, 'Reciprocal and nothing else'))?.test;
  await keep(figuresOf(2, 0));
  expect(await test()).toMatchObject({ verdict: 'supported', by: { name: 'Ben', mine: false } });
  await keep(figuresOf(2, 1.5));
  const found = await test();
  expect(found?.verdict).toBe('contradicted');
  expect(found?.statements.map(({ verdict }) => verdict)).toEqual(['supported', 'contradicted']);
  expect(found?.statements[1]?.mean).toBeCloseTo(1.5, 6);
  expect(found?.figures).toEqual(figuresOf(2, 1.5));
  await keep(figuresOf(0.5, 0));
  expect((await test())?.verdict).toBe('undecided');
  for (const [figures, changed] of [
    [figuresOf(2), {}],
    [figuresOf(2, 0, 0), {}],
    [figuresOf(2, 0).map((row) => row.slice(1)), {}],
    [figuresOf(2, 0), { seed: 9 }],
    [figuresOf(2, 0), { individuals: 1 }],
    [figuresOf(2, 0), { circuits: protocol.circuits.map((one) => one + 1) }],
    [figuresOf(2, 0), { circuits: protocol.circuits.map((_, k) => k) }], // training circuits
    [figuresOf(2, 0), { modelSha256: 'f'.repeat(64) }],
  ] as const)
    expect(await code(keep(figures, changed))).toBe('BAD_REQUEST');
  expect((await test())?.verdict).toBe('undecided');
});

test('a prediction is stated once, by who gave the name; without one there is nothing to test', async () => {
  const { directionId } = lab;
  const nameId = await give('Open');
  const state = async (who: SignedUp) =>
    (await as(who)).state({ directionId, nameId, claim: 'another line', prediction: rises });
  const figures = figuresOf(2, 0);
  expect(await code((await as(ben)).keepTest({ directionId, nameId, protocol, figures }))).toBe(
    'BAD_REQUEST',
  );
  expect(await code(state(ben))).toBe('FORBIDDEN');
  await state(ada);
  expect(await named(ben, 'Open')).toMatchObject({ claim: 'Open, in one line', prediction: rises });
  expect(await code(state(ada))).toBe('CONFLICT');
  const twice = [...rises.statements, ...rises.statements];
  const { directionId: of } = lab;
  const ask = {
    directionId: of,
    name: 'Twice',
    claim: 'x',
    prediction: { ...rises, statements: twice },
  };
  expect(await code((await as(ada)).give(ask))).toBe('BAD_REQUEST');
});

test('evidence: a link, a measured effect as it was measured, a pinned circuit as it is now', async () => {
  const { directionId } = lab;
  const nameId = await give('Supported by things');
  const add = async (
    evidence: Parameters<Awaited<ReturnType<typeof as>>['addEvidence']>[0]['evidence'],
  ) => (await as(ben)).addEvidence({ directionId, nameId, evidence });
  await add({ kind: 'link', url: 'https://doi.org/10.1038/s41592-024-02300-4', label: 'a paper' });
  expect(await code(add({ kind: 'link', url: 'javascript:alert(1)', label: '' }))).toBe(
    'BAD_REQUEST',
  );
  expect(await code(add({ kind: 'effect', metric: 'density' }))).toBe('NOT_FOUND');
  const curve = usualSteps.map((step) => step);
  const change = { mean: 4, low: 3.9, high: 4.1 };
  const effects = {
    ...{ steps: curve, circuits: 24, individuals: 4, seed: 1 },
    metrics: [{ metric: 'density', mean: curve, low: curve, high: curve, change, spearman: 1 }],
  };
  const nulls = { ...usualNulls, steps: [-2, 2] as [number, number], metrics: [] };
  await (await caller(server, ben)).direction.keepMeasured({ directionId, effects, nulls });
  const twice = { ...effects, metrics: [] };
  await (await caller(server, ada)).direction.keepMeasured({ directionId, effects: twice, nulls });
  const measured = await detail(ada);
  expect(measured.direction.effects).toEqual(effects); // those that were there stay
  expect(measured.nulls).toMatchObject({ directions: 19, by: { name: 'Ada', mine: true } });
  const few = { ...nulls, directions: 3 };
  const kept = (await caller(server, ada)).direction.keepMeasured({
    directionId,
    effects,
    nulls: few,
  });
  expect(await code(kept)).toBe('BAD_REQUEST');
  await add({ kind: 'effect', metric: 'density' });

  const doc = new Y.Doc();
  const [of] = await server.services.db
    .select()
    .from(direction)
    .where(eq(direction.id, directionId));
  const pin: Pin = {
    ...{ id: 'pin_1', probe: { z: [0, 1], seed: 3, conditions: 2 }, model: of?.modelSha256 ?? '' },
    ...{ n: 2, adjacency: 'Ag==', borderline: 0, name: 'Dense one', at: 1 },
    by: { id: ada.person.id, name: 'Ada', color: '#336699' },
  };
  addPin(doc, pin, null);
  addPin(doc, { ...pin, id: 'pin_2', model: 'another' }, null);
  await appendUpdate(server.services, lab.roomId, Y.encodeStateAsUpdate(doc));
  const offered = await (await caller(server, ben)).direction.pins({ directionId });
  expect(offered).toEqual([{ roomId: lab.roomId, room: 'Tuesday', pin }]);
  await add({ kind: 'circuit', roomId: lab.roomId, pinId: 'pin_1' });
  for (const pinId of ['pin_2', 'pin_none'])
    expect(await code(add({ kind: 'circuit', roomId: lab.roomId, pinId }))).toBe('NOT_FOUND');

  const { evidence = [] } = (await named(ada, 'Supported by things')) ?? {};
  expect(evidence.map(({ content }) => content)).toEqual([
    { kind: 'link', url: 'https://doi.org/10.1038/s41592-024-02300-4', label: 'a paper' },
    { kind: 'effect', metric: 'density', ...change, circuits: 24, individuals: 4 },
    { kind: 'circuit', room: 'Tuesday', pin },
  ]);
  const evidenceId = evidence[0]?.id ?? '';
  const remove = async (who: SignedUp) =>
    (await as(who)).removeEvidence({ directionId, nameId, evidenceId });
  expect(await code(remove(ada))).toBe('FORBIDDEN');
  await remove(ben);
  expect(await code(remove(ben))).toBe('NOT_FOUND');
});

test('comments: whoever wrote one takes it back, an owner any, others none; empty ones are refused', async () => {
  const { directionId } = lab;
  const nameId = await give('Discussed');
  for (const text of ['Is that so?\nI doubt it.', 'Yes.'])
    await (await as(ben)).comment({ directionId, nameId, text });
  expect(await code((await as(ben)).comment({ directionId, nameId, text: '  \n ' }))).toBe(
    'BAD_REQUEST',
  );
  const { comments = [] } = (await named(ada, 'Discussed')) ?? {};
  expect(comments).toMatchObject([
    { text: 'Is that so?\nI doubt it.', by: { name: 'Ben', mine: false } },
    { text: 'Yes.' },
  ]);
  const remove = async (who: SignedUp, k: number) =>
    (await as(who)).removeComment({ directionId, nameId, commentId: comments[k]?.id ?? '' });
  expect(await code(remove(ada, 0))).toBe('FORBIDDEN');
  await remove(ben, 0);
  await remove(lab.owner, 1);
  expect((await named(ada, 'Discussed'))?.comments).toEqual([]);
});

test('whoever gave a name takes it away, an owner too; the first one stays with its direction', async () => {
  const { directionId } = lab;
  const nameId = await give('Short-lived');
  const remove = async (who: SignedUp, which: string) =>
    (await as(who)).remove({ directionId, nameId: which });
  expect(await code(remove(ben, nameId))).toBe('FORBIDDEN');
  await remove(ada, nameId);
  expect(await code(remove(ada, nameId))).toBe('NOT_FOUND');
  await remove(lab.owner, await give('Also short-lived'));
  expect(await code(remove(lab.owner, directionId))).toBe('CONFLICT');
});
