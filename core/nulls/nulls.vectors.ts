import { packCircuit } from '../decoder/circuit.ts';
import { randomSubject } from '../metrics/structure.vectors.ts';
import { nullModels, type NullSubject } from './index.ts';

const cases = [
  { n: 2, density: 1, seed: 1 },
  { n: 9, density: 0.15, seed: 7 },
  { n: 20, density: 0.1, seed: Number.MAX_SAFE_INTEGER },
  { n: 24, density: 0.3, seed: 3 },
];

/** The contents of nulls.vectors.json, which the worker's nulls.py must reproduce draw for draw; made again with UPDATE_VECTORS=1. */
export function nullVectors() {
  return {
    format: 'latentome-nulls-1',
    circuits: cases.map(({ n, density, seed }) => {
      const subject = randomSubject(n, seed % 1000, density);
      return {
        ...packCircuit(subject.circuit),
        positions: subject.positions,
        kinds: subject.classes,
        seed,
        draws: Object.fromEntries(nullModels.map((model) => [model.id, drawsOf(model, subject)])),
      };

      function drawsOf({ prepare }: (typeof nullModels)[number], given: NullSubject): string[] {
        const draw = prepare(given);
        if (typeof draw !== 'function') throw new Error(draw.notDefined);
        return [0, 1, 5].map((index) => packCircuit(draw(seed, index)).adjacency);
      }
    }),
  };
}
