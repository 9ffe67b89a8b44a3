import type { ReservoirProtocol, ReservoirTaskId } from '~/core/contracts/index.ts';
import { encodedOf, functionAligned, Spread, spreadOut } from '~/core/directions/index.ts';
import { neuronsOf, observedCircuit, type LatentMap } from '~/core/latent/index.ts';
import { defaultProtocol, reservoirTaskOf } from '~/core/reservoir/index.ts';
import type { Steerable } from './direction.ts';
import type { DirectionsScene } from './use-directions.ts';

/** How many observed training circuits are scored. */
export const mostScored = 200;

/** The protocol at one spectral radius, over two inputs. */
export function functionProtocol(task: ReservoirTaskId, radius: number): ReservoirProtocol {
  return defaultProtocol(task, { values: [radius], inputSeeds: [1, 2] });
}

/** The observed circuits to score, each with the classes of its neurons. */
export function circuitsToScore(map: LatentMap) {
  return spreadOut(encodedOf(map, 'train').circuits, mostScored).map((index) => ({
    index,
    circuit: observedCircuit(map, index),
    classes: neuronsOf(map, index).map((neuron) => neuron.class),
  }));
}

/**
 * Where circuits lie that score better, from scores by circuit of the map.
 * @throws RangeError when too few circuits have a score or all have the same
 */
export function functionDirection(
  { map, model }: Pick<DirectionsScene, 'map' | 'model'>,
  protocol: ReservoirProtocol,
  scores: ReadonlyMap<number, number>,
): Steerable {
  const { name, score } = reservoirTaskOf(protocol.task);
  const sign = score.better === 'higher' ? 1 : -1;
  const column = Float64Array.from(
    { length: map.circuits },
    (_, index) => sign * (scores.get(index) ?? NaN),
  );
  const vector = functionAligned.step(encodedOf(map, 'train'), column);
  const [radius = 0] = protocol.values;
  return {
    id: `function:${protocol.task}:${radius}`,
    name: `${name} at ${radius}`,
    protocol: {
      kind: 'function',
      protocol,
      circuits: column.filter(Number.isFinite).length,
    },
    vector,
    distance: new Spread(model.manifest.prior.covariance).lengthOf(vector),
    effects: null,
    saved: null,
  };
}
