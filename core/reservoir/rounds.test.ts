import { expect, test } from 'vitest';
import { circuitOf } from '../decoder/circuit.ts';
import { defaultProtocol, reservoirCurve, reservoirRounds, reservoirWeights } from './index.ts';

test('rounds give the scores of the curve, a whole curve for each seed', () => {
  const edges = Array.from({ length: 8 }, (_, i) => [i, (i * 3 + 1) % 8] as const);
  const weights = reservoirWeights(circuitOf(8, edges));
  const protocol = defaultProtocol('memory', {
    train: 200,
    test: 200,
    values: [0.4, 0.8],
    inputSeeds: [5, 6],
  });
  const curve = [...reservoirCurve(weights, protocol)];
  expect([...reservoirRounds(weights, protocol)]).toEqual(
    [0, 1].flatMap((index) =>
      curve.map(({ value, scores, parts }) => ({
        seed: protocol.inputSeeds[index],
        value,
        score: scores[index],
        parts: parts[index],
      })),
    ),
  );
});
