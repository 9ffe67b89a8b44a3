import { expect, test } from 'vitest';
import type { Prediction } from '~/core/contracts/index.ts';
import { foldsOf, shapeProblem, testCircuits, testPrediction } from '~/core/directions/index.ts';
import { runTest } from './run-test.ts';
import type { DirectionScene } from './direction-scene.ts';

const folds = foldsOf({ train: 100, validation: 20, test: 60 });
const map = { ...folds, z: new Float32Array(360), dimensions: 2 };
const direction = {
  vector: [1, 0],
  protocol: { kind: 'principal', component: 0 },
  modelSha256: 'a'.repeat(64),
};
const metrics = ['density', 'reciprocity'].map((metric) => ({ metric, mean: 0, sd: 2 }));
const scene = {
  detail: { direction },
  map,
  model: { manifest: { metrics } },
} as unknown as DirectionScene;

/** Density moves with the step, reciprocity does not, memory falls; nothing else is defined. */
const line = {
  decodeWith:
    (scores: readonly unknown[]) => (_: number, places: readonly { z: readonly number[] }[]) =>
      Promise.resolve(
        places.flatMap(({ z: [at = 0] }) => [
          at,
          7,
          ...Array<number>(6).fill(NaN),
          ...scores.map(() => -at),
        ]),
      ),
  scoreOf: (circuit: number) => Promise.resolve(circuit % 2 ? 1 : 3),
} as unknown as Parameters<typeof runTest>[2];

const prediction: Prediction = {
  statements: [
    { metric: 'function:memory', change: 'falls' },
    { metric: 'density', change: 'rises' },
    { metric: 'reciprocity', change: 'stays' },
    { metric: 'cycles', change: 'stays' },
  ],
  threshold: 0.5,
};

test('each statement has its own column, in standard deviations, and the server would keep it', async () => {
  const told: number[] = [];
  const { protocol, figures } = await runTest(scene, prediction, line, (share) => told.push(share));
  expect(figures.map(([first]) => first)).toEqual([-4, 2, 0, null]);
  expect(protocol.scores).toEqual({ radius: 0.9, circuits: 48, sds: { 'function:memory': 1 } });
  const expected = {
    ...testCircuits(folds, { kind: 'principal', component: 0 }),
    modelSha256: direction.modelSha256,
  };
  expect(shapeProblem(prediction, protocol, figures, expected)).toBeNull();
  const { statements, verdict } = testPrediction(prediction, figures);
  expect(statements.map((one) => one.verdict)).toEqual([
    'supported',
    'supported',
    'supported',
    'undecided',
  ]);
  expect(verdict).toBe('undecided');
  expect(told.at(-1)).toBeCloseTo(1, 12);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
});

test('a score that is the same for all has no standard deviation to be told in', async () => {
  const same = { ...line, scoreOf: () => Promise.resolve(2) };
  await expect(runTest(scene, prediction, same, () => undefined)).rejects.toThrow(
    'the same for all',
  );
});
