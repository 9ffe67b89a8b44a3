import type { LatentMap } from '~/core/latent/index.ts';

/** Circuits of the map that hold all chosen neurons; null when none is chosen. @param neurons rows of circuit `circuit` */
export function circuitsHolding(
  map: Pick<LatentMap, 'circuits' | 'size' | 'members'>,
  circuit: number,
  neurons: readonly number[],
): Uint32Array | null {
  if (neurons.length === 0 || circuit >= map.circuits) return null;
  const { size, members } = map;
  const own = members.subarray(circuit * size, (circuit + 1) * size);
  const wanted = neurons.flatMap((neuron) => own[neuron] ?? []);
  const found: number[] = [];
  for (let other = 0; other < map.circuits; other++) {
    const there = members.subarray(other * size, (other + 1) * size);
    if (wanted.every((neuron) => there.includes(neuron))) found.push(other);
  }
  return Uint32Array.from(found);
}
