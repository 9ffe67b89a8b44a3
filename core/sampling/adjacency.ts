/** Neighbours of each neuron in one array: those of `i` are `targets[starts[i] .. starts[i + 1]]`. */
export type Adjacency = { starts: Int32Array; targets: Int32Array };

/**
 * The graph without directions, among the connections for which `keep` holds. A reciprocal pair appears twice in a
 * list of neighbours, a self-connection not at all.
 *
 * @param edges [E, 2]
 */
export function undirected(
  edges: Int32Array,
  neurons: number,
  keep: (pre: number, post: number) => boolean,
): Adjacency {
  const starts = new Int32Array(neurons + 1);
  const each = (visit: (pre: number, post: number) => void) => {
    for (let e = 0; e < edges.length; e += 2) {
      const pre = edges[e] ?? 0;
      const post = edges[e + 1] ?? 0;
      if (pre !== post && keep(pre, post)) visit(pre, post);
    }
  };
  each((pre, post) => {
    starts[pre + 1] = (starts[pre + 1] ?? 0) + 1;
    starts[post + 1] = (starts[post + 1] ?? 0) + 1;
  });
  for (let i = 0; i < neurons; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const targets = new Int32Array(starts[neurons] ?? 0);
  const put = (from: number, to: number) => {
    const place = next[from] ?? 0;
    targets[place] = to;
    next[from] = place + 1;
  };
  each((pre, post) => {
    put(pre, post);
    put(post, pre);
  });
  return { starts, targets };
}
