import type { ReservoirProtocol } from '../contracts/reservoir.ts';
import { notDefined, type NotDefined } from '../metrics/index.ts';
import { besideDraws, type Beside, type NullModel, type NullSubject } from '../nulls/index.ts';
import { reservoirCurve } from './curve.ts';
import { spectralRadius } from './spectral-radius.ts';
import { reservoirWeights, type ReservoirWeights } from './weights.ts';

/** The score of one null circuit at one value of the protocol, its mean over the input seeds; null: it has none. */
export type NullScore = {
  readonly value: number;
  readonly draw: number;
  readonly score: number | null;
};

export type NullScoresAsked = {
  readonly subject: NullSubject;
  readonly model: NullModel;
  /** under the very protocol of the circuit itself, input seeds included */
  readonly protocol: ReservoirProtocol;
  /** of the protocol, in the order in which they are wanted */
  readonly values: readonly number[];
  readonly draws: number;
  readonly seed: number;
};

/**
 * Scores of circuits drawn from a null: all draws at the first value, then all at the second. Each draw has the classes of
 * the circuit's neurons and is scaled to each spectral radius by itself; one without cycles has no score.
 * @returns why there are none, where the null needs what is not known of the circuit
 */
export function* nullRounds(asked: NullScoresAsked): Generator<NullScore, NotDefined | null> {
  const { subject, model, protocol, values, draws, seed } = asked;
  const draw = model.prepare(subject);
  if (typeof draw !== 'function') return draw;
  const inhibitory = protocol.signed ? (subject.classes?.map((one) => one === 'I') ?? null) : null;
  const prepared: (ReservoirWeights | null)[] = [];
  for (const value of values)
    for (let index = 0; index < draws; index++) {
      if (index === prepared.length) {
        const weights = reservoirWeights(draw(seed, index), inhibitory);
        prepared.push(protocol.scale === 'gain' || spectralRadius(weights) > 0 ? weights : null);
      }
      const weights = prepared[index];
      yield { value, draw: index, score: weights ? meanScore(weights, protocol, value) : null };
    }
  return null;
}

function meanScore(weights: ReservoirWeights, protocol: ReservoirProtocol, value: number): number {
  const [point] = reservoirCurve(weights, { ...protocol, values: [value] });
  const scores = point?.scores ?? [];
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** A circuit's scores at one value, one for each input seed, beside those of its nulls. */
export function besideNullScores(
  own: readonly number[],
  nulls: readonly (number | null)[],
): Omit<Beside, 'id'> {
  const value =
    own.length > 0
      ? own.reduce((sum, score) => sum + score, 0) / own.length
      : notDefined('it has not been scored');
  return besideDraws(
    value,
    nulls.filter((score) => score !== null),
  );
}
