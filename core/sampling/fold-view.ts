import { undirected, type Adjacency } from './adjacency.ts';
import type { Corpus } from './corpus.ts';

/** One fold of a corpus as the sampling sees it. */
export type FoldView = {
  /** corpus indices, ascending */
  neurons: Int32Array;
  /** [K, 3] µm, of the whole corpus */
  position: Float32Array;
  /** [K] outputs and inputs with both ends inside the fold, self-connections left out */
  degree: Int32Array;
  /** connections inside the fold, without directions; built when first asked for */
  graph: () => Adjacency;
};

export function foldView({ fold, edges, position }: Corpus, code: number): FoldView {
  const inside = (i: number) => fold[i] === code;
  const degree = new Int32Array(fold.length);
  for (let e = 0; e < edges.length; e += 2) {
    const pre = edges[e] ?? 0;
    const post = edges[e + 1] ?? 0;
    if (pre === post || !inside(pre) || !inside(post)) continue;
    degree[pre] = (degree[pre] ?? 0) + 1;
    degree[post] = (degree[post] ?? 0) + 1;
  }
  let graph: Adjacency | null = null;
  return {
    neurons: Int32Array.from(fold.keys()).filter(inside),
    position,
    degree,
    graph: () =>
      (graph ??= undirected(edges, fold.length, (pre, post) => inside(pre) && inside(post))),
  };
}
