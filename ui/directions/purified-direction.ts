import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import { purified, Spread } from '~/core/directions/index.ts';
import { metricOf } from '~/core/metrics/index.ts';
import type { Steerable } from './direction.ts';
import type { DirectionsScene } from './use-directions.ts';
import { around } from './use-effect-matrix.ts';

/** The purified direction of a metric from the effect matrix G [8][Z]. @throws RangeError as `purifiedMove` */
export function purifiedDirection(
  { model }: Pick<DirectionsScene, 'model'>,
  matrix: readonly (readonly number[])[],
  metric: MetricId,
  held: readonly MetricId[],
  ridge: number,
): Steerable {
  const spread = new Spread(model.manifest.prior.covariance);
  const rows = held.map((id) => metricIds.indexOf(id));
  const vector = purified.step(spread, matrix, metricIds.indexOf(metric), rows, ridge);
  return {
    id: `purified:${metric}:${held.join()}:${ridge}`,
    name: `${metricOf(metric).name}, ${held.length} held`,
    protocol: { kind: 'purified', metric, held: [...held], ridge, ...around, refined: 0 },
    vector,
    distance: spread.lengthOf(vector),
    effects: null,
    saved: null,
  };
}
