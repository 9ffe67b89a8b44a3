import type { MetricId } from '~/core/contracts/index.ts';
import {
  purifiedByProtocol,
  Spread,
  stepEffect,
  usualCorrections,
  type DecodeAndMeasure,
} from '~/core/directions/index.ts';
import { metricOf } from '~/core/metrics/index.ts';
import type { Steerable } from './direction.ts';
import type { DirectionsScene } from './use-directions.ts';
import { around } from './use-effect-matrix.ts';
import { deviationsOf } from './use-measuring.ts';

export type PurifyWish = {
  readonly metric: MetricId;
  readonly held: readonly MetricId[];
  readonly ridge: number;
};

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
  const sds = deviationsOf(manifest).map(({ sd }) => sd);
  const kind = 'purified' as const;
  const asked = { kind, metric, held: [...held], ridge, step: stepEffect };
  const { vector, protocol } = await purifiedByProtocol(
    { map, spread, sds, decode },
    { ...asked, ...around, corrections: usualCorrections },
    matrix,
    told,
  );
  return {
    id: `purified:${metric}:${held.join()}:${ridge}`,
    name: `${metricOf(metric).name}, ${held.length} held`,
    protocol,
    vector,
    distance: spread.lengthOf(vector),
    effects: null,
    saved: null,
  };
}
