import type { Circuit } from '../decoder/circuit.ts';

/** Shortest directed paths between all ordered pairs of distinct neurons, in steps. */
export type ShortestPaths = {
  /** ordered pairs with a path */
  reachable: number;
  /** of their lengths */
  sum: number;
  /** of 1 / length */
  inverseSum: number;
  /** strongly connected component of each neuron, numbered by its first neuron */
  component: Uint16Array;
  largestComponent: number;
};

/** Breadth first from every neuron. */
export function shortestPaths({ n, adjacency }: Circuit): ShortestPaths {
  const targets = Array.from({ length: n }, (_, i) => {
    const row: number[] = [];
    for (let j = 0; j < n; j++) if (i !== j && adjacency[i * n + j]) row.push(j);
    return row;
  });
  const steps = new Uint16Array(n * n);
  let [reachable, sum, inverseSum] = [0, 0, 0];
  for (let start = 0; start < n; start++) {
    const queue = [start];
    const row = steps.subarray(start * n, (start + 1) * n);
    for (const node of queue)
      for (const next of targets[node] ?? [])
        if (next !== start && row[next] === 0) {
          row[next] = (row[node] ?? 0) + 1;
          queue.push(next);
        }
    for (const length of row)
      if (length > 0) {
        reachable++;
        sum += length;
        inverseSum += 1 / length;
      }
  }
  return { reachable, sum, inverseSum, ...componentsOf(n, steps) };
}

/** Two neurons are in one component when each reaches the other. */
function componentsOf(n: number, steps: Uint16Array) {
  const component = new Uint16Array(n);
  const assigned = new Uint8Array(n);
  let largestComponent = 0;
  for (let i = 0; i < n; i++) {
    if (assigned[i]) continue;
    let size = 0;
    for (let j = i; j < n; j++)
      if (j === i || (!assigned[j] && steps[i * n + j] && steps[j * n + i])) {
        assigned[j] = 1;
        component[j] = i;
        size++;
      }
    largestComponent = Math.max(largestComponent, size);
  }
  return { component, largestComponent };
}
