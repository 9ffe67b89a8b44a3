import type { ReservoirProtocol } from '../contracts/reservoir.ts';
import { protocolProblems } from './protocol.ts';
import { scoreOnce } from './score.ts';
import { spectralRadius } from './spectral-radius.ts';
import { reservoirTaskOf } from './tasks/index.ts';
import type { ReservoirWeights } from './weights.ts';

/** One point of a score's curve: the score under each input seed, and for each seed its parts (of memory, the lags). */
export type CurvePoint = {
  /** spectral radius, or factor on the weights */
  readonly value: number;
  readonly scores: readonly number[];
  readonly parts: readonly (readonly number[])[];
};

/**
 * A circuit's score over the protocol's values, a point at a time in their order, so that a curve can be drawn as it grows.
 *
 * A circuit without cycles has spectral radius 0 and cannot be scaled to another: under scale 'spectral-radius' it has
 * no points (not defined), and only scale 'gain' says something about it.
 * @throws RangeError when the protocol asks for what its task cannot do.
 */
export function* reservoirCurve(
  weights: ReservoirWeights,
  protocol: ReservoirProtocol,
): Generator<CurvePoint> {
  const problems = protocolProblems(protocol);
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  const task = reservoirTaskOf(protocol.task);
  const radius = protocol.scale === 'gain' ? 1 : spectralRadius(weights);
  if (radius === 0) return;
  const steps = protocol.washout + protocol.train + protocol.test;
  const signals = protocol.inputSeeds.map((seed) => ({
    seed,
    signal: task.signal(seed, steps, protocol.parameters),
  }));
  for (const value of protocol.values) {
    const scored = signals.map(({ seed, signal }) =>
      scoreOnce(weights, value / radius, protocol, task, seed, signal),
    );
    yield {
      value,
      scores: scored.map(({ score }) => score),
      parts: scored.map(({ parts }) => parts),
    };
  }
}
