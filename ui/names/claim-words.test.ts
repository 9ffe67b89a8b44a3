import { expect, test } from 'vitest';
import { claimable } from '~/core/contracts/index.ts';
import { claimables, predictionWords } from './claim-words.ts';

test('everything a claim can be about has a name, each once', () => {
  expect(claimables.map(({ value }) => value)).toEqual(claimable.options);
  expect(new Set(claimables.map(({ label }) => label)).size).toBe(claimables.length);
});

test('a prediction as a sentence', () => {
  expect(
    predictionWords({
      statements: [
        { metric: 'reciprocity', change: 'rises' },
        { metric: 'density', change: 'stays' },
      ],
      threshold: 0.5,
    }),
  ).toBe('Reciprocity rises, density stays; up to 0.5 sd counts as no change.');
});
