/**
 * The decoder gives two matrices, row = presynaptic: lo [n, n], the logit of i -> j, and rho [n, n], the symmetric energy
 * of a reciprocal connection. The four states of an unordered pair i < j weigh
 * none 0, forward lo_ij, backward lo_ji, reciprocal lo_ij + lo_ji + rho_ij, soft-maxed in float64.
 * The diagonal of lo is the logit of a self-edge, used only where the data have them.
 */
export type PairLogits = { n: number; lo: Float32Array; rho: Float32Array };

/** Write the probabilities of none, forward, backward, reciprocal of the pair i < j into `out` [4]. */
export function pairStates(
  { n, lo, rho }: PairLogits,
  i: number,
  j: number,
  out: Float64Array,
): void {
  const forward = lo[i * n + j] ?? 0;
  const backward = lo[j * n + i] ?? 0;
  const reciprocal = forward + backward + (rho[i * n + j] ?? 0);
  const largest = Math.max(0, forward, backward, reciprocal);
  const none = Math.exp(-largest);
  const one = Math.exp(forward - largest);
  const other = Math.exp(backward - largest);
  const both = Math.exp(reciprocal - largest);
  const sum = none + one + other + both;
  out[0] = none / sum;
  out[1] = one / sum;
  out[2] = other / sum;
  out[3] = both / sum;
}

export function autapseProbability({ n, lo }: PairLogits, i: number): number {
  return 1 / (1 + Math.exp(-(lo[i * n + i] ?? 0)));
}

/** Probability of each connection i -> j, whatever the other direction does: [n * n]. */
export function edgeProbabilities(
  logits: PairLogits,
  selfEdges: boolean,
): Float32Array<ArrayBuffer> {
  const { n } = logits;
  const probabilities = new Float32Array(n * n);
  const states = new Float64Array(4);
  for (let i = 0; i < n; i++) {
    if (selfEdges) probabilities[i * n + i] = autapseProbability(logits, i);
    for (let j = i + 1; j < n; j++) {
      pairStates(logits, i, j, states);
      const [, forward = 0, backward = 0, both = 0] = states;
      probabilities[i * n + j] = forward + both;
      probabilities[j * n + i] = backward + both;
    }
  }
  return probabilities;
}
