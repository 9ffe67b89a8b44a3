import type { ReservoirProtocol } from '../contracts/reservoir.ts';
import { spreadOut } from '../directions/decode.ts';
import { functionScore } from '../directions/function-score.ts';
import { choleskyOf, solve } from '../directions/linear.ts';
import type { Circuit } from '../decoder/circuit.ts';
import { observedCircuit, type LatentMap } from '../latent/map-file.ts';
import { neuronsOf } from '../latent/neurons.ts';
import { defaultProtocol } from '../reservoir/index.ts';
import type { MetricGround } from './metric-ground.ts';
import type { Foretell } from './target.ts';

/**
 * Memory as it is ordered: at one spectral radius, the mean over four input vectors and signals, each half as long as usual.
 * More inputs tell more of the circuit than longer ones.
 */
export const memoryProtocol: ReservoirProtocol = defaultProtocol('memory', {
  values: [0.9],
  train: 1000,
  test: 1000,
  inputSeeds: [1, 2, 3, 4],
});

/** So many observed training circuits are scored before the first order. */
const mostScored = 200;
/** Fewer scores tell nothing of what circuits remember. */
const leastScored = 20;
/** Of the features' own variance, so that few scores do not pull many features apart. */
const ridge = 0.02;

/** What observed training circuits remember, and how that goes with their place and their eight metrics. */
export type MemoryGround = {
  /** scores by circuit of the map */
  readonly scores: ReadonlyMap<number, number>;
  readonly least: number;
  readonly greatest: number;
  /** standard deviation of what the prediction is off by, by leave-one-out */
  readonly off: number;
  /** share of the scores' variance that the prediction tells, likewise */
  readonly r2: number;
  /** at a place, of circuits with these metrics */
  readonly foretell: (z: ArrayLike<number>) => Foretell;
};

/** What a circuit over the neurons of circuit `conditions` of a map remembers; NaN for one without cycles. */
export function memoryOf(circuit: Circuit, map: LatentMap, conditions: number): number {
  const classes = neuronsOf(map, conditions).map((neuron) => neuron.class);
  return functionScore(circuit, classes, memoryProtocol);
}

/** Scores observed training circuits. @param told hears the share of them that is done */
export function memoryScores(
  map: LatentMap,
  ground: MetricGround,
  told: (share: number) => void,
): Map<number, number> {
  const circuits = spreadOut(Array.from(ground.circuits), mostScored);
  const scores = new Map<number, number>();
  for (const [k, index] of circuits.entries()) {
    scores.set(index, memoryOf(observedCircuit(map, index), map, index));
    told((k + 1) / circuits.length);
  }
  return scores;
}

/**
 * Ridge regression of scores on z and the eight metrics, all in standard deviations.
 * @throws RangeError when too few circuits have a score, or all have the same
 */
export function learnMemory(
  ground: MetricGround,
  scores: ReadonlyMap<number, number>,
): MemoryGround {
  const known = [...scores].filter(([, score]) => Number.isFinite(score));
  const values = known.map(([, score]) => score);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  if (known.length < leastScored || !(greatest > least))
    throw new RangeError(
      `Memory cannot be ordered: of the ${scores.size} training circuits that were tried ${known.length} can be scored.`,
    );
  const { dimensions, z, metrics } = ground;
  const width = ground.scales.length;
  const features = dimensions + width;
  const raw = known.map(([index]) => [
    ...z.subarray(index * dimensions, (index + 1) * dimensions),
    ...metrics.subarray(index * width, (index + 1) * width),
  ]);
  const mean = means(raw, features);
  const sds = means(
    raw.map((row) => row.map((value, k) => (value - (mean[k] ?? 0)) ** 2)),
    features,
  ).map((variance) => Math.sqrt(variance) || Infinity);
  const rows = raw.map((row) => row.map((value, k) => (value - (mean[k] ?? 0)) / (sds[k] ?? 1)));
  const count = known.length;
  const factor = choleskyOf(
    Array.from({ length: features }, (_, a) =>
      Array.from({ length: features }, (__, b) => {
        const sum = rows.reduce((all, row) => all + (row[a] ?? 0) * (row[b] ?? 0), 0);
        return a === b ? sum + ridge * count : sum;
      }),
    ),
  );
  const middle = values.reduce((sum, value) => sum + value, 0) / count;
  const weights = solve(
    factor,
    Array.from({ length: features }, (_, k) =>
      rows.reduce((sum, row, i) => sum + (row[k] ?? 0) * ((values[i] ?? 0) - middle), 0),
    ),
  );
  const dot = (row: readonly number[], with_: readonly number[]) =>
    row.reduce((sum, value, k) => sum + value * (with_[k] ?? 0), 0);
  // What each is off by when it is left out (Allen 1974, Technometrics 16, 125).
  const offs = rows.map((row, i) => {
    const leverage = dot(row, solve(factor, row)) + 1 / count;
    return ((values[i] ?? 0) - middle - dot(row, weights)) / Math.max(1e-6, 1 - leverage);
  });
  const square = (all: readonly number[]) => all.reduce((sum, one) => sum + one * one, 0) / count;
  const slopes = weights.map((weight, k) => weight / (sds[k] ?? 1));
  const base = middle - dot(mean, slopes);
  const off = Math.sqrt(square(offs));
  const r2 = 1 - off ** 2 / square(values.map((value) => value - middle));
  const foretell = (place: ArrayLike<number>): Foretell => {
    let there = base;
    for (let d = 0; d < dimensions; d++) there += (slopes[d] ?? 0) * (place[d] ?? 0);
    return (own) => {
      let value = there;
      for (let k = 0; k < width; k++) value += (slopes[dimensions + k] ?? 0) * (own[k] ?? 0);
      return value;
    };
  };
  return { scores, least, greatest, off, r2, foretell };
}

function means(rows: readonly (readonly number[])[], width: number): number[] {
  return Array.from(
    { length: width },
    (_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length,
  );
}
