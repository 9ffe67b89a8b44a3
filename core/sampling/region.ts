import type { Generator } from '../random.ts';
import type { Adjacency } from './adjacency.ts';

/**
 * Grows a region breadth first: the neurons found new at a level take one uniform each, ascending, and join in the
 * order of their uniforms. When nothing more is reached the region goes on from a random neuron not yet taken.
 *
 * @param allowed ascending; the region stays among these
 * @param size at most `allowed.length`
 * @returns [size] in the order of joining
 */
export function growRegion(
  { starts, targets }: Adjacency,
  allowed: Int32Array,
  centre: number,
  size: number,
  random: Generator,
): number[] {
  const free = new Set(allowed);
  const region: number[] = [];
  let level = [centre];
  free.delete(centre);
  region.push(centre);
  while (region.length < size) {
    const found = new Set<number>();
    for (const i of level)
      for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
        const neighbour = targets[k] ?? 0;
        if (free.has(neighbour)) found.add(neighbour);
      }
    if (found.size === 0) {
      const left = allowed.filter((i) => free.has(i));
      level = [left[random.nextInt(left.length)] ?? 0];
    } else {
      level = [...found]
        .sort((a, b) => a - b)
        .map((neuron) => ({ neuron, draw: random.nextUniform() }))
        .sort((a, b) => a.draw - b.draw)
        .map(({ neuron }) => neuron);
    }
    for (const neuron of level) {
      free.delete(neuron);
      region.push(neuron);
    }
  }
  return region.slice(0, size);
}
