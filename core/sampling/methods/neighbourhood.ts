import { growRegion } from '../region.ts';
import type { SamplingMethod } from './method.ts';

/** A region of the graph, for connectomes without positions. */
export const neighbourhood: SamplingMethod = {
  id: 'neighbourhood',
  name: 'Graph neighbourhood',
  about: 'Neurons reached from a random one by connections in either direction, breadth first.',
  needsPositions: false,
  centre({ neurons, graph }, centre, _recipe, random) {
    return (count) => growRegion(graph(), neurons, centre, count, random);
  },
};
