import { metricIds, type MetricId, type ModelManifest } from '../contracts/model.ts';
import { metricColumn, type LatentMap } from '../latent/map-file.ts';
import { fittedOf, type Encoded } from './encoded.ts';
import { times, type Rows } from './linear.ts';
import { regress } from './regression.ts';

/**
 * Effects of a move in latent space as the encoded training circuits have them: one row of least-squares weights a metric,
 * in standard deviations of the training circuits [8][Z]; a metric that is the same for all has a row of zeros.
 * @param encoded the circuits it is read from; regressions that ask the same object share a covariance
 */
export function readoutOf(
  map: LatentMap,
  metrics: ModelManifest['metrics'],
  encoded: Encoded = fittedOf(map),
): Rows {
  return metricIds.map((id) => {
    const sd = metrics.find(({ metric }) => metric === id)?.sd ?? 0;
    return rowOf(encoded, metricColumn(map, id), sd);
  });
}

function rowOf(encoded: Encoded, score: ArrayLike<number>, sd: number): number[] {
  const nothing = new Array<number>(encoded.dimensions).fill(0);
  if (!(sd > 0)) return nothing;
  try {
    return regress(encoded, score).weights.map((weight) => weight / sd);
  } catch (error) {
    if (error instanceof RangeError) return nothing;
    throw error;
  }
}

/** What a step of `vector` changes, by metric, in standard deviations. */
export function predictedEffects(readout: Rows, vector: readonly number[]): Map<MetricId, number> {
  const effects = times(readout, vector);
  return new Map(metricIds.map((id, row) => [id, effects[row] ?? 0]));
}
