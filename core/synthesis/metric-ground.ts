import { metricIds } from '../contracts/model.ts';
import { ofOwnSize, type LatentMap } from '../latent/map-file.ts';
import { choleskyOf, solve } from '../directions/linear.ts';

type Encoded = Pick<
  LatentMap,
  'circuits' | 'size' | 'layout' | 'dimensions' | 'z' | 'fold' | 'metrics'
>;

const eight = metricIds.length;
const training = 1;

/** What the training circuits of a map, those of the model's own size, say of metrics and latent space, made once for all requests. */
export type MetricGround = {
  /** N */
  readonly size: number;
  /** Z */
  readonly dimensions: number;
  /** training circuits with all eight metrics, as indices of the map */
  readonly circuits: Uint32Array;
  /** of the map: [C * Z], and W values a circuit [C * W]: the eight metrics, then memory where it is asked for */
  readonly z: Float32Array;
  readonly metrics: Float32Array;
  /** of these W over the training circuits */
  readonly mean: Float64Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** greatest - least: what errors are shares of; 1 where all are equal */
  readonly scales: Float64Array;
  readonly meanZ: Float64Array;
  /** covariance of the metrics in shares of their scale [W * W], and of these with z [W * Z] */
  readonly within: Float64Array;
  readonly across: Float64Array;
};

/** The least and the greatest value of each metric [8] over the training circuits that have it; 0 where none has. */
export function spansOf(map: Pick<LatentMap, 'circuits' | 'layout' | 'fold' | 'metrics'>) {
  const { circuits, fold, metrics } = map;
  const least = new Float64Array(eight).fill(Infinity);
  const greatest = new Float64Array(eight).fill(-Infinity);
  for (let index = 0; index < circuits; index++)
    for (let k = 0; k < eight && fold[index] === training && ofOwnSize(map, index); k++) {
      const value = metrics[index * eight + k] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      least[k] = Math.min(least[k] ?? 0, value);
      greatest[k] = Math.max(greatest[k] ?? 0, value);
    }
  const known = (value: number) => (Number.isFinite(value) ? value : 0);
  return { least: least.map(known), greatest: greatest.map(known) };
}

/** A ninth value of every circuit and what it spans over those that were scored. */
export type Ninth = {
  readonly of: (circuit: number) => number;
  readonly least: number;
  readonly greatest: number;
};

/** @throws RangeError when fewer than two training circuits have all eight metrics. */
export function groundOf(map: Encoded, ninth: Ninth | null = null): MetricGround {
  const { dimensions, z } = map;
  const metrics = ninth ? withNinth(map, ninth) : map.metrics;
  const count = eight + (ninth ? 1 : 0);
  const row = (circuit: number) => metrics.subarray(circuit * count, (circuit + 1) * count);
  const circuits = Uint32Array.from({ length: map.circuits }, (_, index) => index).filter(
    (index) =>
      map.fold[index] === training && ofOwnSize(map, index) && !row(index).some(Number.isNaN),
  );
  if (circuits.length < 2)
    throw new RangeError('This map has too few training circuits with all eight metrics.');
  const spans = spansOf(map);
  const least = Float64Array.of(...spans.least, ...(ninth ? [ninth.least] : []));
  const greatest = Float64Array.of(...spans.greatest, ...(ninth ? [ninth.greatest] : []));
  const scales = greatest.map((value, k) => value - (least[k] ?? 0) || 1);
  const mean = Float64Array.from(
    { length: count },
    (_, k) => circuits.reduce((sum, index) => sum + (row(index)[k] ?? 0), 0) / circuits.length,
  );
  const meanZ = new Float64Array(dimensions);
  for (const index of circuits)
    for (let d = 0; d < dimensions; d++)
      meanZ[d] = (meanZ[d] ?? 0) + (z[index * dimensions + d] ?? 0) / circuits.length;
  const within = new Float64Array(count * count);
  const across = new Float64Array(count * dimensions);
  const part = new Float64Array(count);
  for (const index of circuits) {
    for (let k = 0; k < count; k++)
      part[k] = ((row(index)[k] ?? 0) - (mean[k] ?? 0)) / (scales[k] ?? 1);
    for (let k = 0; k < count; k++) {
      const share = (part[k] ?? 0) / circuits.length;
      for (let l = 0; l < count; l++)
        within[k * count + l] = (within[k * count + l] ?? 0) + share * (part[l] ?? 0);
      for (let d = 0; d < dimensions; d++)
        across[k * dimensions + d] =
          (across[k * dimensions + d] ?? 0) +
          share * ((z[index * dimensions + d] ?? 0) - (meanZ[d] ?? 0));
    }
  }
  return {
    size: map.size,
    dimensions,
    circuits,
    z,
    metrics,
    mean,
    least,
    greatest,
    scales,
    meanZ,
    within,
    across,
  };
}

function withNinth({ circuits, metrics }: Encoded, { of }: Ninth): Float32Array {
  const wide = new Float32Array(circuits * (eight + 1));
  for (let index = 0; index < circuits; index++) {
    wide.set(metrics.subarray(index * eight, (index + 1) * eight), index * (eight + 1));
    wide[index * (eight + 1) + eight] = of(index);
  }
  return wide;
}

/** Share of a metric's variance added to it, so that metrics which go together do not pull z apart. */
const ridge = 0.01;

/**
 * How z goes with some metrics among the training circuits, by least squares: the step of z [k * Z] for each metric, per
 * whole range of it while the other asked metrics stay. Metrics that are not asked move as they do in the data.
 * @param columns places of what is asked in wishIds
 */
export function stepsOfZ(ground: MetricGround, columns: readonly number[]): Float64Array {
  const { within, across, dimensions } = ground;
  const count = ground.scales.length;
  const factor = choleskyOf(
    columns.map((one) =>
      columns.map((two) => {
        const shared = within[one * count + two] ?? 0;
        return one === two ? shared * (1 + ridge) + 1e-12 : shared;
      }),
    ),
  );
  const steps = new Float64Array(columns.length * dimensions);
  for (let d = 0; d < dimensions; d++) {
    const along = columns.map((column) => across[column * dimensions + d] ?? 0);
    solve(factor, along).forEach((step, k) => (steps[k * dimensions + d] = step));
  }
  return steps;
}
