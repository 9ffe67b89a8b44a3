import { smallest } from '../smallest.ts';
import type { SamplingMethod } from './method.ts';

/** A ball of somata around a random soma. */
export const nearest: SamplingMethod = {
  id: 'nearest',
  name: 'Nearest somata',
  about:
    'Neurons drawn among the somata nearest to a jittered random soma, all of them in one fold.',
  needsPositions: true,
  centre({ neurons, position }, centre, { jitterUm }, random) {
    const [x = 0, y = 0, z = 0] = [0, 1, 2].map(
      (axis) => (position[3 * centre + axis] ?? 0) + jitterUm * random.nextNormal(),
    );
    const squared = Float64Array.from(neurons, (k) => {
      const dx = (position[3 * k] ?? 0) - x;
      const dy = (position[3 * k + 1] ?? 0) - y;
      const dz = (position[3 * k + 2] ?? 0) - z;
      return dx * dx + dy * dy + dz * dz;
    });
    return (count) => smallest(squared, count).map((place) => neurons[place] ?? 0);
  },
};
