import { expect, test } from 'vitest';
import { presets, recordedSpec, trainSpec, type TrainSpec } from './index.ts';

const smoke = presets[0];
if (!smoke) throw new Error('There is no preset.');

const sound: TrainSpec = {
  kind: 'train',
  connectomeId: 'con_1',
  name: 'Model',
  preset: smoke.id,
  settings: smoke.settings,
  seed: 1,
  sampling: {
    size: smoke.size,
    method: 'nearest',
    filters: [],
    jitterUm: 20,
    spreads: [1],
    degreePowers: [0],
    minConnectionsPerNeuron: 0.5,
    folds: { axis: 'x', slabs: 3, pattern: ['train', 'validation', 'test'], gapUm: 20 },
    counts: smoke.counts,
    seed: 1,
  },
};

const objectOf = (value: unknown) => value as Record<string, unknown>;

/** The spec with one value of it changed. */
function changed(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(sound);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce<unknown>((at, key) => objectOf(at)[key], copy);
  objectOf(place)[last] = value;
  return copy;
}

test.each(presets)('the preset $id may be asked for', ({ id, settings, size, counts }) => {
  const sampling = { ...sound.sampling, size, counts };
  expect(trainSpec.safeParse({ ...sound, preset: id, settings, sampling }).success).toBe(true);
});

test.each([
  ['settings.circuitsPerEpoch', 100_000, 100_001],
  ['settings.epochs', 10_000, 10_001],
  ['settings.batch', 4096, 4097],
  ['settings.learningRate', 1, 1.01],
  ['settings.betaZ', 1000, 1001],
  ['settings.betaU', 1000, 1001],
  ['settings.blueprintWeight', 1000, 1001],
  ['settings.blueprintFromEpoch', 10_000, 10_001],
  ['settings.headWeight', 1000, 1001],
  ['settings.checkpointEveryEpochs', 10_000, 10_001],
  ['sampling.counts.train', 200_000, 200_001],
  ['sampling.counts.validation', 200_000, 200_001],
  ['sampling.counts.test', 200_000, 200_001],
  ['sampling.degreePowers', Array(8).fill(4), Array(9).fill(1)],
  ['sampling.degreePowers.0', -4, -4.01],
  ['sampling.jitterUm', 10_000, 10_001],
  ['sampling.folds.gapUm', 10_000, 10_001],
  ['sampling.minConnectionsPerNeuron', smoke.size - 1, smoke.size - 0.99],
  ['name', 'x'.repeat(80), 'x'.repeat(81)],
])('%s has a greatest value, which is said in a sentence', (path, most, beyond) => {
  expect(trainSpec.safeParse(changed(path, most)).error?.issues).toBeUndefined();
  const issues = trainSpec.safeParse(changed(path, beyond)).error?.issues ?? [];
  expect(issues).toHaveLength(1);
  expect(issues[0]?.path.join('.')).toBe(path);
  expect(issues[0]?.message).toMatch(/^[A-Z].*\.$/);
  expect(issues[0]?.message).not.toMatch(/^Too|Invalid/);
  // what was accepted before such bounds can still be read
  expect(recordedSpec.safeParse(changed(path, beyond)).success).toBe(true);
});

test.each([
  ['sampling.otherSizes', [16, 64, 512], [16, 64, 513], 'sampling.otherSizes.2'],
  [
    'sampling.otherSizes',
    [20, 21, 22, 23, 24, 25, 26],
    Array.from({ length: 8 }, (_, k) => 40 + k),
  ],
  ['sampling.otherSizes', [64], [64, 64]],
  ['sampling.otherSizes', [64], [64, smoke.size]],
  ['sampling.otherSizes', [64], []],
  ['sampling.size', 512, 513],
  ['sampling.size', 16, 15],
])('%s of %j may be asked for, of %j not', (path, sound_, wrong, at = path) => {
  expect(trainSpec.safeParse(changed(path, sound_)).error?.issues).toBeUndefined();
  const issues = trainSpec.safeParse(changed(path, wrong)).error?.issues ?? [];
  expect(issues.map((issue) => issue.path.join('.'))).toEqual([at]);
  expect(issues[0]?.message).toMatch(/^(A|Name) .*\.$/);
});

test('folds of blocks may be asked for, with a gap within the same bounds', () => {
  const folds = {
    kind: 'blocks',
    axes: ['x', 'z'],
    across: [3, 1],
    pattern: ['train', 'validation', 'test'],
    gapUm: 20,
  };
  const { data, error } = trainSpec.safeParse(changed('sampling.folds', folds));
  expect(error?.issues).toBeUndefined();
  expect(data?.sampling.folds).toEqual(folds);
  const wide = trainSpec.safeParse(changed('sampling.folds', { ...folds, gapUm: 10_001 }));
  expect(wide.error?.issues).toMatchObject([
    { path: ['sampling', 'folds', 'gapUm'], message: 'The gap lies between 0 and 10,000 µm.' },
  ]);
});

test('a recipe older than blocks stands as it was, to the byte', () => {
  const read = recordedSpec.parse(sound).sampling.folds;
  expect(JSON.stringify(read)).toBe(JSON.stringify(sound.sampling.folds));
});

test.each([
  'settings.epochs',
  'sampling.counts.train',
  'sampling.jitterUm',
  'sampling.folds.gapUm',
])('%s is a finite number', (path) => {
  for (const value of [NaN, Infinity, null])
    expect(trainSpec.safeParse(changed(path, value)).error?.issues).toHaveLength(1);
});

test.each([
  ['blank', ' \t '],
  ['without anything to see', '\u200b'],
  ['with a zero byte', 'a\0b'],
  ['of two lines', 'a\nb'],
  ['with half a character', 'a\ud800'],
])('a name %s is refused, once', (_, name) => {
  expect(trainSpec.safeParse(changed('name', name)).error?.issues).toHaveLength(1);
});

test('a name is trimmed', () => {
  expect(trainSpec.parse(changed('name', '  Größe 👩‍🔬 ')).name).toBe('Größe 👩‍🔬');
});
