import { expect, test } from 'vitest';
import { modelColumn } from '../connectome/model-column.ts';
import { readCorpus, writeCorpus } from './corpus.ts';
import { defaultRecipe } from './default-recipe.ts';
import { foldCode } from './folds/index.ts';
import { slabProposal } from './folds/proposals.ts';
import { planCorpus } from './plan-corpus.ts';
import { smallConnectome } from './sampling.vectors.ts';

const about = { name: 'test', sha256: 'a'.repeat(64), isModel: true };
const column = modelColumn({ seed: 2, neurons: 1500 });

test.each([0, 10, 60])(
  'neurons of different folds are at least %i µm apart along the axis',
  (gapUm) => {
    const recipe = defaultRecipe(column);
    const folds = { ...slabProposal('x', 0), gapUm };
    const axis = 0;
    const { fold, position } = planCorpus(column, { ...recipe, folds }, about);
    let nearest = Infinity;
    for (let i = 0; i < fold.length; i++)
      for (let j = 0; j < i; j++)
        if (fold[i] !== foldCode('gap') && fold[j] !== foldCode('gap') && fold[i] !== fold[j])
          nearest = Math.min(
            nearest,
            Math.abs((position[3 * i + axis] ?? 0) - (position[3 * j + axis] ?? 0)),
          );
    expect(nearest).toBeGreaterThanOrEqual(gapUm);
    expect(nearest).toBeLessThan(gapUm + 20); // no more is given away than asked
  },
);

test('slabs hold equally many neurons and shares follow the pattern where there is no gap', () => {
  const recipe = { ...defaultRecipe(column), folds: slabProposal('x', 0) };
  const { fold } = planCorpus(column, recipe, about);
  const share = (code: number) => fold.filter((value) => value === code).length / fold.length;
  expect(share(foldCode('train'))).toBeCloseTo(0.6, 2);
  expect(share(foldCode('validation'))).toBeCloseTo(0.2, 2);
  expect(share(foldCode('test'))).toBeCloseTo(0.2, 2);
});

test('filters keep what they say, and connections only among the kept', () => {
  const recipe = defaultRecipe(column);
  const corpus = planCorpus(
    column,
    {
      ...recipe,
      filters: [
        { field: 'layer', op: 'is', value: 'L4' },
        { field: 'class', op: 'is not', value: 'I' },
        { field: 'outputs', op: 'at most', value: 70 },
      ],
    },
    about,
  );
  const rows = [...corpus.neuron];
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.every((row) => column.layer?.[row] === 'L4' && column.class?.[row] === 'E')).toBe(
    true,
  );
  const place = new Map(rows.map((row, k) => [row, k]));
  const expected: number[] = [];
  const outputs = new Int32Array(column.ids.length);
  for (let e = 0; e < column.edges.length; e += 2) {
    const [pre = -1, post = -1] = column.edges.subarray(e, e + 2);
    outputs[pre] = (outputs[pre] ?? 0) + 1;
    const [from, to] = [place.get(pre), place.get(post)];
    if (from !== undefined && to !== undefined) expected.push(from, to);
  }
  expect([...corpus.edges]).toEqual(expected);
  expect(rows.every((row) => (outputs[row] ?? 0) <= 70)).toBe(true);
});

test.each([
  [{ field: 'colour', op: 'is', value: 'red' } as const, /no field "colour"/],
  [{ field: 'layer', op: 'at most', value: 3 } as const, /layer is text/],
  [{ field: 'layer', op: 'is', value: 'L9' } as const, /No neuron passes/],
])('a filter that cannot be followed is said in words', (filter, message) => {
  expect(() => planCorpus(column, { ...defaultRecipe(column), filters: [filter] }, about)).toThrow(
    message,
  );
});

test('nearest somata need positions', () => {
  const connectome = smallConnectome(false);
  expect(() =>
    planCorpus(connectome, { ...defaultRecipe(connectome), method: 'nearest' }, about),
  ).toThrow(/no positions/);
});

test('a corpus is the same bytes every time, and comes back as it was', () => {
  const connectome = smallConnectome(true);
  const corpus = planCorpus(connectome, defaultRecipe(connectome), about);
  const bytes = writeCorpus(corpus);
  expect(writeCorpus(planCorpus(connectome, defaultRecipe(connectome), about))).toEqual(bytes);
  expect(readCorpus(bytes)).toEqual(corpus);
  expect(corpus.header.selfEdges).toBe(true);
});

test('a corpus says what its weights are, and only where all are of one kind', () => {
  const plain = smallConnectome(true);
  const amounts = (first: number) => plain.size.map((_, e) => (e === 0 ? first : 2));
  const kindOf = (changes: Partial<typeof plain>) =>
    planCorpus({ ...plain, ...changes }, defaultRecipe(plain), about).header.weight;
  expect(kindOf({})).toBeUndefined();
  expect(kindOf({ size: amounts(7) })).toBe('size');
  expect(kindOf({ synapses: amounts(7) })).toBe('synapses');
  expect(kindOf({ size: amounts(7), synapses: amounts(3) })).toBe('size');
  expect(kindOf({ size: amounts(NaN), synapses: amounts(3) })).toBeUndefined();
  expect(kindOf({ synapses: amounts(NaN) })).toBeUndefined();
  // a count is whole, a log-normal above 0
  expect(kindOf({ synapses: amounts(0.5) })).toBe('size');
  for (const none of [0, -1]) {
    expect(kindOf({ size: amounts(none) })).toBeUndefined();
    expect(kindOf({ synapses: amounts(none) })).toBeUndefined();
  }
});

test('a position that is infinite in 32 bits is refused with the neuron it belongs to', () => {
  const position = column.position?.slice() ?? new Float64Array();
  position[3 * 7] = 1e39;
  const recipe = { ...defaultRecipe(column), filters: [] };
  expect(() => planCorpus({ ...column, position }, recipe, about)).toThrow(
    `The position of neuron "${column.ids[7] ?? ''}" is not a finite number.`,
  );
});

test('what the data do not say of a neuron is a value of its own, not a neuron left out', () => {
  const connectome = smallConnectome(true);
  const class_ = (connectome.class ?? []).map((value, k) => (k % 3 === 0 ? '' : value));
  const recipe = { ...defaultRecipe(connectome), size: 16, filters: [] };
  const corpus = planCorpus({ ...connectome, class: class_ }, recipe, about);
  expect(corpus.header.categories).toEqual([{ field: 'class', values: ['', 'E', 'I'] }]);
  expect(corpus.neuron).toHaveLength(150);
  expect([...corpus.class].map((code) => ['', 'E', 'I'][code])).toEqual(class_);
});
