import { RandomStream, streams } from '../random.ts';
import { connectionsOf, selfEdgesOf, type NullModel } from './null-model.ts';

const code = 1;

export const erdosRenyi: NullModel<'erdos_renyi'> = {
  id: 'erdos_renyi',
  code,
  name: 'Erdős–Rényi',
  keeps: 'the number of connections',
  about: 'As many connections, each between any two neurons, all such circuits equally likely.',
  source: 'Erdős & Rényi 1959, Publ. Math. Debrecen 6, 290',
  parameters: [],
  prepare: ({ circuit }) => {
    const { n } = circuit;
    const edges = connectionsOf(circuit).length;
    const own = selfEdgesOf(circuit);
    const pairs = n * (n - 1);
    return (seed, index) => {
      // The first `edges` steps of a Fisher-Yates shuffle of all ordered pairs.
      const random = new RandomStream(seed, streams.nulls, index, code);
      const order = Uint32Array.from({ length: pairs }, (_, pair) => pair);
      const adjacency = own.slice();
      for (let k = 0; k < edges; k++) {
        const other = k + Math.floor(random.uniform(k) * (pairs - k));
        const pair = order[other] ?? 0;
        order[other] = order[k] ?? 0;
        const pre = Math.floor(pair / (n - 1));
        const post = pair % (n - 1);
        adjacency[pre * n + post + (post < pre ? 0 : 1)] = 1;
      }
      return { n, adjacency };
    };
  },
};
