import type { ReservoirProtocol, ReservoirTaskId } from '../contracts/reservoir.ts';
import type { Circuit } from '../decoder/index.ts';
import {
  encodedOf,
  functionAligned,
  functionScore,
  spreadOut,
  type DecodeAndMeasure,
} from '../directions/index.ts';
import { neuronsOf, observedCircuit } from '../latent/index.ts';
import { defaultProtocol } from '../reservoir/index.ts';
import { drawnAt, type RunningModel } from './running-model.ts';

/** What a direction of function is found and measured by: one radius, four inputs. */
export function functionProtocol(task: ReservoirTaskId): ReservoirProtocol {
  return defaultProtocol(task, { values: [0.9], inputSeeds: [1, 2, 3, 4] });
}

/**
 * The direction of a score, from `scored` observed training circuits, and how to measure the score there.
 * @throws RangeError when the score is the same for all, or z does not tell it
 */
export function functionDirection(
  model: RunningModel,
  protocol: ReservoirProtocol,
  scored: number,
): { vector: number[]; sd: number; decode: DecodeAndMeasure } {
  const { map } = model;
  const score = (index: number, circuit: Circuit) => {
    const classes = neuronsOf(map, index).map((neuron) => neuron.class);
    return functionScore(circuit, classes, protocol);
  };
  const train = encodedOf(map, 'train');
  const circuits = spreadOut(train.circuits, scored);
  const column = new Float64Array(map.circuits).fill(NaN);
  for (const index of circuits) column[index] = score(index, observedCircuit(map, index));
  const values = column.filter(Number.isFinite);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const decode: DecodeAndMeasure = async (index, places) =>
    (await drawnAt(model, index, places)).map((circuit) => score(index, circuit));
  return { vector: functionAligned.step({ ...train, circuits }, column), sd, decode };
}
