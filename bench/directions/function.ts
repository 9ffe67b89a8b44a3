import { defaultProtocol } from '~/core/reservoir/index.ts';
import {
  encodedOf,
  functionAligned,
  functionScore,
  spreadOut,
  type DecodeAndMeasure,
} from '~/core/directions/index.ts';
import type { Circuit } from '~/core/decoder/index.ts';
import { neuronsOf, observedCircuit } from '~/core/latent/index.ts';
import type { OpenModel } from './model.ts';

const scored = 400;
const protocol = defaultProtocol('memory', { values: [0.9], inputSeeds: [1, 2, 3, 4] });

/** The direction of memory capacity at radius 0.9, from scores of observed training circuits, and how to measure it there. */
export function memoryDirection({ map, draw }: OpenModel) {
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
    (await draw(index, places)).map((circuit) => score(index, circuit));
  return { vector: functionAligned.step({ ...train, circuits }, column), sd, decode };
}
