import type { ReservoirProtocol, ReservoirTaskId } from '~/core/contracts/index.ts';
import {
  encodedOf,
  functionAligned,
  heldOutFit,
  regress,
  Spread,
  spreadOut,
  type Encoded,
  type HeldOutFit,
} from '~/core/directions/index.ts';
import { neuronsOf, observedCircuit, type LatentMap } from '~/core/latent/index.ts';
import { defaultProtocol, reservoirTaskOf } from '~/core/reservoir/index.ts';
import { decimal, plural } from '~/ui/kit/index.ts';
import type { Steerable } from './direction.ts';

/** How many observed training circuits are scored, and how many validation circuits to judge by. */
export const mostScored = 200;
export const mostJudged = 100;

/** R² on held-out circuits below which a direction is refused. */
const leastTold = 0.1;

type Places = Parameters<typeof encodedOf>[0];

/** A direction of a function and how well the score is told on circuits that it was not fitted to. */
export type FunctionDirection = { readonly direction: Steerable; readonly fit: HeldOutFit };

/** Standard deviation of the finite scores [C] of these circuits. */
function deviationOf({ circuits }: Encoded, score: ArrayLike<number>): number {
  const own = circuits.map((index) => score[index] ?? NaN).filter(Number.isFinite);
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
}

/** The protocol at one spectral radius, over two inputs. */
export function functionProtocol(task: ReservoirTaskId, radius: number): ReservoirProtocol {
  return defaultProtocol(task, { values: [radius], inputSeeds: [1, 2] });
}

/** The training circuits that a direction is fitted to, and the held-out ones that it is judged by. */
export function scoredFolds(map: Places): { fitted: Encoded; judged: Encoded } {
  const train = encodedOf(map, 'train');
  const fitted = { ...train, circuits: spreadOut(train.circuits, mostScored) };
  const taken = new Set(fitted.circuits);
  const others = encodedOf(map, 'validation').circuits.filter((circuit) => !taken.has(circuit));
  return { fitted, judged: { ...train, circuits: spreadOut(others, mostJudged) } };
}

/** The observed circuits to score, each with the classes of its neurons. */
export function circuitsToScore(map: LatentMap) {
  const { fitted, judged } = scoredFolds(map);
  return [...fitted.circuits, ...judged.circuits].map((index) => ({
    index,
    circuit: observedCircuit(map, index),
    classes: neuronsOf(map, index).map((neuron) => neuron.class),
  }));
}

/**
 * Where circuits lie that score better, from scores by circuit of the map.
 * @param covariance of encoded circuits [Z][Z]
 * @throws RangeError when too few circuits have a score, all have the same, or their place hardly tells that of held-out ones
 */
export function functionDirection(
  map: Places,
  covariance: readonly (readonly number[])[],
  protocol: ReservoirProtocol,
  scores: ReadonlyMap<number, number>,
): FunctionDirection {
  const { name, score } = reservoirTaskOf(protocol.task);
  const sign = score.better === 'higher' ? 1 : -1;
  const column = Float64Array.from(
    { length: map.circuits },
    (_, index) => sign * (scores.get(index) ?? NaN),
  );
  const { fitted, judged } = scoredFolds(map);
  const circuits = fitted.circuits.filter((index) => Number.isFinite(column[index])).length;
  if (circuits < map.dimensions)
    throw new RangeError(
      `Only ${plural(circuits, 'training circuit')} can be scored, fewer than the ${map.dimensions} latent dimensions: too few to find a direction.`,
    );
  const fit = heldOutFit(regress(fitted, column), judged, column);
  if (fit.r2 < leastTold)
    throw new RangeError(
      `Where a circuit lies hardly tells this score: R² is ${decimal(fit.r2, 2)} on ${plural(fit.circuits, 'held-out circuit')}, and a direction needs ${decimal(leastTold, 2)}.`,
    );
  const vector = functionAligned.step(fitted, column);
  const [radius = 0] = protocol.values;
  const direction = {
    id: `function:${protocol.task}:${radius}`,
    name: `${name} at ${radius}`,
    protocol: { kind: 'function', protocol, circuits, sd: deviationOf(fitted, column) } as const,
    vector,
    distance: new Spread(covariance).lengthOf(vector),
    effects: null,
    saved: null,
  };
  return { direction, fit };
}
