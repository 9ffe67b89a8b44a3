import type { ReservoirProtocol } from '../contracts/reservoir.ts';
import { reservoirCurve } from './curve.ts';
import type { ReservoirWeights } from './weights.ts';

/** One score: of one input seed at one value of the protocol. */
export type ScoreAt = {
  readonly seed: number;
  readonly value: number;
  readonly score: number;
  readonly parts: readonly number[];
};

/** The scores of `reservoirCurve` seed by seed: a whole curve of the first is there before the others make a band of it. */
export function* reservoirRounds(
  weights: ReservoirWeights,
  protocol: ReservoirProtocol,
): Generator<ScoreAt> {
  for (const seed of protocol.inputSeeds)
    for (const { value, scores, parts } of reservoirCurve(weights, {
      ...protocol,
      inputSeeds: [seed],
    }))
      yield { seed, value, score: scores[0] ?? NaN, parts: parts[0] ?? [] };
}
