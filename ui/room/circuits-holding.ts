import { membersOf, type LatentMap } from '~/core/latent/index.ts';

/** Circuits of the map that hold all chosen neurons; null when none is chosen. @param neurons rows of circuit `circuit` */
export function circuitsHolding(
  map: Pick<LatentMap, 'circuits' | 'size' | 'layout' | 'members'>,
  circuit: number,
  neurons: readonly number[],
): Uint32Array | null {
  if (neurons.length === 0 || circuit >= map.circuits) return null;
  const own = membersOf(map, circuit);
  const wanted = neurons.flatMap((neuron) => own[neuron] ?? []);
  const found: number[] = [];
  for (let other = 0; other < map.circuits; other++) {
    const there = membersOf(map, other);
    if (wanted.every((neuron) => there.includes(neuron))) found.push(other);
  }
  return Uint32Array.from(found);
}
