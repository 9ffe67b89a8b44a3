import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeasuredEffects, NewDirection } from '~/core/contracts/index.ts';
import { Spread } from '~/core/directions/index.ts';
import { direction, model } from '~/db/schema/index.ts';
import { furnishLab, furniture, type FurnishedLab } from '../../testing/furnished-lab.ts';
import { giveRole } from '../../testing/give-role.ts';
import { caller, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let lab: FurnishedLab;
let ada: SignedUp;
let ben: SignedUp;
let asked: NewDirection;
const covariance = [
  [4, 0],
  [0, 0.25],
];

beforeAll(async () => {
  server = await startTestServer();
  const [owner, viewer, removed] = await Promise.all(
    ['Owner', 'Viewer', 'Removed'].map((name) => signUp(server, name)),
  );
  if (!owner || !viewer || !removed) throw new Error('nobody came');
  lab = await furnishLab(
    server,
    await furniture(server),
    { owner, viewer, removed },
    { open: false },
  );
  ada = await signUp(server, 'Ada');
  ben = await signUp(server, 'Ben');
  for (const { person } of [ada, ben])
    await giveRole(server, { labId: lab.labId, userId: person.id, role: 'commenter' }, 'newcomer');
  const { db } = server.services;
  const [row] = await db.select().from(model).where(eq(model.id, lab.modelId));
  if (!row) throw new Error('The furnished lab has no model.');
  await db.delete(direction).where(eq(direction.labId, lab.labId)); // furniture
  const { manifest } = row;
  await db
    .update(model)
    .set({
      manifest: {
        ...manifest,
        latent: { ...manifest.latent, z: 2 },
        prior: { mean: [0, 0], covariance },
      },
    })
    .where(eq(model.id, lab.modelId));
  const curve = [-2, 0, 2];
  const effects: MeasuredEffects = {
    steps: curve,
    circuits: 24,
    individuals: 4,
    seed: 1,
    metrics: [
      {
        metric: 'reciprocity',
        mean: curve,
        low: curve,
        high: curve,
        change: { mean: 4, low: 3.9, high: 4.1 },
        spearman: 1,
      },
    ],
  };
  asked = {
    modelId: lab.modelId,
    modelSha256: row.sha256,
    name: 'More reciprocal',
    protocol: { kind: 'aligned', metric: 'reciprocity', circuits: 500 },
    vector: [2, 0.5],
    effects,
  };
});
afterAll(() => server.close());

const list = async (who: SignedUp) =>
  (await caller(server, who)).direction.list({ modelId: lab.modelId });

test('a direction is kept whole, with its distance worked out from the model, and announced', async () => {
  const stop = new AbortController();
  const heard = server.services.bus.subscribe('lab', lab.labId, stop.signal);
  const saved = await (await caller(server, ada)).direction.save(asked);
  expect((await heard.next()).value).toMatchObject({ topic: 'lab', id: lab.labId });
  stop.abort();
  expect(saved).toMatchObject({
    ...asked,
    labId: lab.labId,
    title: asked.name,
    by: { name: 'Ada', mine: true },
  });
  expect(saved.distance).toBeCloseTo(new Spread(covariance).lengthOf([2, 0.5]), 12);
  expect(saved.distance).toBeCloseTo(Math.SQRT2, 4);
  expect(await list(lab.viewer)).toEqual([{ ...saved, by: { name: 'Ada', mine: false } }]);
});

test('a name is given once; another version, another latent space and nonsense are refused', async () => {
  const asAda = await caller(server, ada);
  const refused = (changed: Partial<NewDirection>) =>
    asAda.direction.save({ ...asked, ...changed }).then(
      () => null,
      (error: unknown) => (error as { code: string }).code,
    );
  expect(await refused({})).toBe('CONFLICT');
  expect(await refused({ name: 'Other', modelSha256: '0'.repeat(64) })).toBe('CONFLICT');
  expect(await refused({ name: 'Other', vector: [1, 0, 0] })).toBe('BAD_REQUEST');
  expect(await refused({ name: 'Other', vector: [NaN, 0] })).toBe('BAD_REQUEST');
  expect(await refused({ name: '' })).toBe('BAD_REQUEST');
  expect(await list(ada)).toHaveLength(1);
});

test('whoever saved it may remove it, another commenter not, an owner yes', async () => {
  const { labId } = lab;
  const [first] = await list(ada);
  const directionId = first?.id ?? '';
  const remove = async (who: SignedUp) =>
    (await caller(server, who)).direction.remove({ labId, directionId });
  await expect(remove(ben)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(remove(lab.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await remove(ada);
  await expect(remove(ada)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { id } = await (await caller(server, ben)).direction.save(asked);
  await (await caller(server, lab.owner)).direction.remove({ labId, directionId: id });
  expect(await list(ben)).toEqual([]);
});
