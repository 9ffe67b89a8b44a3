import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import {
  encodedOf,
  purifiedMove,
  refineMove,
  Spread,
  spreadOut,
  stepEffect,
  type DecodeAndMeasure,
  type Refined,
} from '~/core/directions/index.ts';
import { metricOf } from '~/core/metrics/index.ts';
import type { Steerable } from './direction.ts';
import type { DirectionsScene } from './use-directions.ts';
import { around } from './use-effect-matrix.ts';
import { deviationsOf, heldOut } from './use-measuring.ts';

export type PurifyWish = {
  readonly metric: MetricId;
  readonly held: readonly MetricId[];
  readonly ridge: number;
};

/** What a held metric may change over the whole slider before the direction is corrected, and how often it is. */
const enough = 0.2;
const most = 6;

/**
 * The purified direction of a metric from the effect matrix G [8][Z], corrected by its effects on validation circuits.
 * @param told hears each correction @throws RangeError as `purifiedMove`
 */
export async function purifiedDirection(
  { model, map }: Pick<DirectionsScene, 'model' | 'map'>,
  matrix: readonly (readonly number[])[],
  { metric, held, ridge }: PurifyWish,
  decode: DecodeAndMeasure,
  told: (rounds: number) => void,
): Promise<Steerable> {
  const { manifest } = model;
  const spread = new Spread(manifest.prior.covariance);
  const rows = held.map((id) => metricIds.indexOf(id));
  const own = metricIds.indexOf(metric);
  const first = purifiedMove(matrix, own, rows, ridge);
  const validation = encodedOf(map, 'validation');
  const from = { ...validation, circuits: spreadOut(validation.circuits, 2 * heldOut.circuits) };
  const measured = {
    ...heldOut,
    individuals: heldOut.individuals / 2,
    from,
    steps: [-2, 0, 2],
    metrics: deviationsOf(manifest),
    decode,
  };
  let best: Refined = { move: first, rounds: 0, side: Infinity };
  const question = { spread, effects: matrix, move: first, own, held: rows, ridge };
  for await (const found of refineMove({ ...question, measured, enough, most })) {
    best = found;
    told(found.rounds);
  }
  const vector = spread.fromWhitened(best.move);
  return {
    id: `purified:${metric}:${held.join()}:${ridge}`,
    name: `${metricOf(metric).name}, ${held.length} held`,
    protocol: {
      kind: 'purified',
      metric,
      held: [...held],
      ridge,
      step: stepEffect,
      ...around,
      refined: best.rounds,
    },
    vector,
    distance: spread.lengthOf(vector),
    effects: null,
    saved: null,
  };
}
