import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelManifest, weightScale } from './model.ts';

const starter = new URL('../../db/starter/model.json', import.meta.url);
const weighedStarter = modelManifest.parse(JSON.parse(readFileSync(starter, 'utf8')));
/** A manifest of before there were weights and smoothed priors. */
const plain = modelManifest.parse({
  ...weighedStarter,
  files: { ...weighedStarter.files, weights: undefined },
  weights: undefined,
  figures: { ...weighedStarter.figures, weights: undefined },
  recipe: {
    ...weighedStarter.recipe,
    corpus: { ...weighedStarter.recipe.corpus, weight: undefined },
  },
  prior: { ...weighedStarter.prior, kernel: undefined },
});
const scale = { of: 'synapses', logMean: 1.4, logSd: 1.06, sd: 0.9 } as const;

test('a model without weights has no word of them, one with weights keeps every word', () => {
  const { files, weights, figures } = plain;
  expect([files.weights, weights, figures.weights, plain.recipe.corpus.weight]).toEqual(
    Array(4).fill(undefined),
  );
  const spread = { mean: 1.2, sd: 1 };
  const told = { edges: 900, r2: 0.1, nats: 1.4, plain: 1.5, test: spread, drawn: spread };
  const { recipe } = plain;
  const weighed = {
    ...plain,
    files: { ...files, weights: files.map },
    recipe: { ...recipe, corpus: { ...recipe.corpus, weight: 'synapses' } },
    figures: { ...figures, weights: told },
    weights: scale,
  };
  expect(modelManifest.parse(weighed)).toEqual(weighed);
});

test('weights are of a known kind and spread around their mean', () => {
  expect(weightScale.safeParse(scale).success).toBe(true);
  for (const wrong of [{ of: 'area' }, { sd: 0 }, { logSd: -1 }])
    expect(weightScale.safeParse({ ...scale, ...wrong }).success).toBe(false);
});
