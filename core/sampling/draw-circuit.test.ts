import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelColumn } from '../connectome/model-column.ts';
import { circuitEdges } from './circuit-edges.ts';
import { defaultRecipe } from './default-recipe.ts';
import { circuitSampler } from './draw-circuit.ts';
import { planCorpus } from './plan-corpus.ts';
import { samplingVectors, smallConnectome } from './sampling.vectors.ts';

const file = new URL('./sampling.vectors.json', import.meta.url);
const about = { name: 'test', sha256: '0'.repeat(64), isModel: true };
const folds = ['train', 'validation', 'test'] as const;
const column = modelColumn({ seed: 4, neurons: 2000 });

test('the shared vectors are what this sampler draws', () => {
  if (process.env.UPDATE_VECTORS === '1')
    writeFileSync(file, JSON.stringify(samplingVectors()) + '\n');
  expect(samplingVectors()).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test.each([
  ['positions', column],
  ['no positions', smallConnectome(false)],
])('no neuron occurs in circuits of two folds (%s)', (_, connectome) => {
  const recipe = { ...defaultRecipe(connectome), size: 16 };
  const corpus = planCorpus(connectome, recipe, about);
  const seen = folds.map((fold) => {
    const { draw } = circuitSampler(corpus, fold);
    return new Set(Array.from({ length: 60 }, (_, index) => [...draw(index)]).flat());
  });
  for (const [a, one] of seen.entries())
    for (const other of seen.slice(a + 1))
      expect([...one].filter((neuron) => other.has(neuron))).toEqual([]);
  expect(seen.every((members) => members.size > 16)).toBe(true);
});

test.each([16, 37, 64, 128, 256])('a circuit of %i has that many different neurons', (size) => {
  const corpus = planCorpus(column, { ...defaultRecipe(column), size }, about);
  for (const fold of folds) {
    const { draw } = circuitSampler(corpus, fold);
    for (let index = 0; index < 5; index++) {
      const members = draw(index);
      expect(new Set(members).size).toBe(size);
      expect([...members]).toEqual([...members].sort((a, b) => a - b));
    }
  }
});

test('a circuit does not depend on what was drawn before it, and another seed gives another', () => {
  const recipe = defaultRecipe(column);
  const corpus = planCorpus(column, recipe, about);
  const { draw } = circuitSampler(corpus, 'train');
  const alone = draw(17);
  draw(3);
  expect(draw(17)).toEqual(alone);
  const other = planCorpus(column, { ...recipe, seed: 2 }, about);
  expect(circuitSampler(other, 'train').draw(17)).not.toEqual(alone);
});

test('circuits hold the connections the recipe asks for, self-connections not counted', () => {
  const connectome = smallConnectome(true);
  const recipe = { ...defaultRecipe(connectome), size: 16, minConnectionsPerNeuron: 1.5 };
  const corpus = planCorpus(connectome, recipe, about);
  const { draw } = circuitSampler(corpus, 'train');
  for (let index = 0; index < 50; index++) {
    const edges = circuitEdges(corpus)(draw(index));
    expect(edges.filter(([from, to]) => from !== to).length).toBeGreaterThanOrEqual(24);
  }
});

test('a fold too small and a request too dense are said in words', () => {
  const connectome = smallConnectome(true);
  const recipe = defaultRecipe(connectome);
  const tooLarge = planCorpus(connectome, { ...recipe, size: 64 }, about);
  expect(() => circuitSampler(tooLarge, 'test')).toThrow(/test fold holds \d+ neurons.*needs 64/);
  const tooDense = planCorpus(connectome, { ...recipe, minConnectionsPerNeuron: 9 }, about);
  expect(() => circuitSampler(tooDense, 'train').draw(0)).toThrow(/9 connections a neuron/);
});
