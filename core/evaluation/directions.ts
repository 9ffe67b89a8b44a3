import { metricIds, type MetricId } from '../contracts/model.ts';
import type { ReservoirProtocol } from '../contracts/reservoir.ts';
import type { DirectionsReport, SteeredDirection } from '../contracts/steering-report.ts';
import {
  aligned,
  encodedOf,
  farthest,
  purifiedMove,
  refineMove,
  Spread,
  usualCorrections,
  usualRidge,
  type Refined,
} from '../directions/index.ts';
import { metricColumn } from '../latent/index.ts';
import { functionDirection, functionProtocol } from './function-direction.ts';
import { heldOut, usualCounts, type DirectionCounts } from './held-out.ts';
import type { RunningModel } from './running-model.ts';
import { steered } from './steered.ts';

/** Scores cost far more than metrics, so that a direction of function is measured on fewer test circuits. */
const scoredShare = 0.3;
const scoredIndividuals = 2;

export type DirectionsAsked = {
  readonly counts?: DirectionCounts;
  /** of the directions of function; their first value counts */
  readonly protocols?: readonly ReservoirProtocol[];
  readonly seed?: number;
};

/** The purified ones of a report: each of the eight with all others held, and clustering with density and reciprocity held. */
const purifiedAsks: readonly { moves: MetricId; held: readonly MetricId[] }[] = [
  ...metricIds.map((moves) => ({ moves, held: metricIds.filter((id) => id !== moves) })),
  { moves: 'clustering', held: ['density', 'reciprocity'] },
];

/**
 * What directions of a model do: aligned with each metric, purified, and aligned with the score of each task. Fitted on the
 * training fold, purified and corrected on the validation fold, measured on the test fold.
 * @param told hears each direction when it is measured
 */
export async function measureDirections(
  model: RunningModel,
  { counts = usualCounts, protocols = [functionProtocol('memory')], seed = 1 }: DirectionsAsked,
  told: (direction: SteeredDirection) => void = () => undefined,
): Promise<DirectionsReport> {
  const { manifest, map } = model;
  const spread = new Spread(manifest.prior.covariance);
  const measured = heldOut(model, counts, seed);
  const train = encodedOf(map, 'train');
  const found: SteeredDirection[] = [];
  const refused: DirectionsReport['refused'] = [];

  /** A direction that the model cannot have is told of and ends no report. */
  async function keep(
    about: Pick<SteeredDirection, 'kind' | 'moves' | 'held'>,
    measure: () => Promise<SteeredDirection>,
  ): Promise<void> {
    try {
      const one = await measure();
      found.push(one);
      told(one);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refused.push({ ...about, why: error.message });
    }
  }

  for (const moves of metricIds) {
    const about = { kind: 'aligned' as const, moves, held: [] };
    await keep(about, async () => {
      const vector = aligned.step(train, metricColumn(map, moves));
      const length = spread.lengthOf(vector);
      const along = await measured.effects('test', vector);
      return steered({ ...about, corrections: 0, length }, along);
    });
  }

  const effects = await measured.matrix();
  for (const { moves, held } of purifiedAsks) {
    const about = { kind: 'purified' as const, moves, held: [...held] };
    await keep(about, async () => {
      const { move, rounds } = await correctedMove(moves, held);
      const vector = spread.fromWhitened(move);
      const length = spread.lengthOf(vector);
      const along = await measured.effects('test', vector);
      return steered({ ...about, corrections: rounds, length }, along);
    });
  }

  async function correctedMove(moves: MetricId, held: readonly MetricId[]): Promise<Refined> {
    const own = metricIds.indexOf(moves);
    const rows = held.map((id) => metricIds.indexOf(id));
    const move = purifiedMove(effects, own, rows, usualRidge);
    let best: Refined = { move, rounds: 0, side: Infinity };
    const corrected = refineMove({
      spread,
      effects,
      move,
      own,
      held: rows,
      ridge: usualRidge,
      measured: {
        ...measured.question('validation'),
        from: measured.of('validation', counts.corrected),
        individuals: usualCorrections.individuals,
        steps: usualCorrections.steps,
      },
      enough: usualCorrections.enough,
      most: usualCorrections.most,
    });
    for await (const better of corrected) best = better;
    return best;
  }

  for (const protocol of protocols) {
    const about = { kind: 'function' as const, moves: protocol.task, held: [] };
    await keep(about, async () => {
      const { vector, sd, decode } = functionDirection(model, protocol, counts.scored);
      const length = spread.lengthOf(vector);
      const along = await measured.effects('test', vector);
      const own = await measured.effects('test', vector, {
        from: measured.of('test', Math.max(2, Math.round(counts.circuits * scoredShare))),
        individuals: scoredIndividuals,
        metrics: [{ id: protocol.task, sd }],
        decode,
      });
      return steered({ ...about, corrections: 0, length }, along, own);
    });
  }

  return {
    seed,
    circuits: measured.of('test', counts.circuits).circuits.length,
    individuals: counts.individuals,
    farthest,
    protocols: [...protocols],
    directions: found,
    refused,
  };
}
