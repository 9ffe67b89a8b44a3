import { membersOf, type LatentMap } from './map-file.ts';

/** A neuron of a circuit as people see it; a text is empty where the connectome does not tell. */
export type Neuron = {
  id: string;
  class: string;
  layer: string;
  type: string;
  /** µm; y below the pia; zeros where there are no positions */
  x: number;
  y: number;
  z: number;
};

/** The neurons of circuit `index`, in the order of its matrix. */
export function neuronsOf(map: LatentMap, index: number): Neuron[] {
  const value = (field: 'class' | 'layer' | 'type', neuron: number) =>
    map.header.categories.find((category) => category.field === field)?.values[
      map.codes[field][neuron] ?? 0
    ] ?? '';
  return Array.from(membersOf(map, index), (neuron) => ({
    id: map.header.ids[neuron] ?? '',
    class: value('class', neuron),
    layer: value('layer', neuron),
    type: value('type', neuron),
    x: map.position[neuron * 3] ?? 0,
    y: map.position[neuron * 3 + 1] ?? 0,
    z: map.position[neuron * 3 + 2] ?? 0,
  }));
}
