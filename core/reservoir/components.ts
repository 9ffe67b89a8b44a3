import type { ReservoirWeights } from './weights.ts';

/** Strongly connected components, each as ascending neurons (Tarjan 1972, SIAM J. Comput. 1, 146; iterative). */
export function strongComponents({ n, starts, from }: ReservoirWeights): number[][] {
  const order = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const cursor = Int32Array.from(starts.subarray(0, n));
  const onStack = new Uint8Array(n);
  const stack: number[] = [];
  const components: number[][] = [];
  let visited = 0;
  for (let root = 0; root < n; root++) {
    if (order[root] !== -1) continue;
    const path = [root];
    while (path.length > 0) {
      const node = path[path.length - 1] ?? 0;
      if (order[node] === -1) {
        order[node] = low[node] = visited++;
        stack.push(node);
        onStack[node] = 1;
      }
      const edge = cursor[node] ?? 0;
      if (edge < (starts[node + 1] ?? 0)) {
        const next = from[edge] ?? 0;
        cursor[node] = edge + 1;
        if (order[next] === -1) path.push(next);
        else if (onStack[next]) low[node] = Math.min(low[node] ?? 0, order[next] ?? 0);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] === order[node]) {
        const members = stack.splice(stack.indexOf(node));
        for (const member of members) onStack[member] = 0;
        components.push(members.sort((a, b) => a - b));
      }
    }
  }
  return components;
}
