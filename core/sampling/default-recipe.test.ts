import { expect, test } from 'vitest';
import type { Connectome } from '../connectome/connectome.ts';
import { modelColumn } from '../connectome/model-column.ts';
import { samplingRecipe } from '../contracts/index.ts';
import { defaultRecipe } from './default-recipe.ts';
import { samplingPreview } from './preview.ts';
import { smallConnectome } from './sampling.vectors.ts';

const about = { name: 'test', sha256: '0'.repeat(64), isModel: true };
const column = modelColumn({ seed: 3, neurons: 1200 });

test.each([
  ['the model column', column, 64, 'nearest'],
  ['a small one', smallConnectome(true), 16, 'nearest'],
  ['one without positions', smallConnectome(false), 16, 'neighbourhood'],
])('%s gets a recipe that works as it is', (_, connectome, size, method) => {
  const recipe = samplingRecipe.parse(defaultRecipe(connectome));
  expect(recipe).toMatchObject({ size, method });
  const { circuits, folds, kept } = samplingPreview(connectome, recipe, about);
  expect(circuits).toHaveLength(9);
  expect(folds.gap + folds.train + folds.validation + folds.test).toBe(kept);
  for (const { ids, edges, x, y } of circuits) {
    expect(ids).toHaveLength(size);
    expect([x.length, y.length]).toEqual([size, size]);
    expect(edges.every(([from, to]) => from < size && to < size)).toBe(true);
  }
});

test('larger circuits are proposed where they are asked for and fit, with folds for them', () => {
  const recipe = defaultRecipe(column, 128);
  expect(recipe.size).toBe(128);
  expect(samplingPreview(column, recipe, about).circuits[0]?.ids).toHaveLength(128);
  expect(defaultRecipe(modelColumn({ seed: 3, neurons: 700 }), 128).size).toBe(64);
  expect(defaultRecipe(smallConnectome(true), 128).size).toBe(16);
  expect(defaultRecipe(column, 32).size).toBe(32);
});

test('layers that receive nothing, neurons without connections and a few hubs are left out', () => {
  const neurons = 300;
  const edges: number[] = [];
  for (let post = 1; post <= 150; post++) edges.push(0, post); // one hub
  for (let pre = 1; pre < 200; pre++) edges.push(pre, 1 + (pre % 150));
  const connectome: Connectome = {
    ...smallConnectome(false),
    ids: Array.from({ length: neurons }, (_, row) => String(row)),
    class: null,
    layer: Array.from({ length: neurons }, (_, row) => (row < 151 ? 'L2/3' : 'L4')),
    edges: Int32Array.from(edges),
  };
  expect(defaultRecipe(connectome).filters).toEqual([
    { field: 'layer', op: 'is', value: 'L2/3' },
    { field: 'outputs', op: 'at most', value: 100 },
    { field: 'connections', op: 'at least', value: 1 },
  ]);
});

test('nothing is filtered where there is no reason to', () => {
  expect(defaultRecipe(column).filters).toEqual([]);
});
