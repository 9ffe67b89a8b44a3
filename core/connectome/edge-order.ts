/**
 * The order that sorts connections by presynaptic, then postsynaptic neuron; equal pairs keep their order.
 * Two counting sorts, so that millions of connections need neither comparisons nor objects.
 *
 * @param pre [E] rows of neurons below `neurons`
 * @param post [E]
 * @returns [E] positions in the given arrays
 */
export function edgeOrder(
  pre: Int32Array,
  post: Int32Array,
  neurons: number,
): Int32Array<ArrayBuffer> {
  const given = new Int32Array(pre.length).map((_, e) => e);
  return countingSort(countingSort(given, post, neurons), pre, neurons);
}

/** Positions `order` rearranged by ascending key; stable. */
function countingSort(order: Int32Array, key: Int32Array, below: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(below + 1);
  for (const value of key) next[value + 1] = (next[value + 1] ?? 0) + 1;
  for (let value = 0; value < below; value++)
    next[value + 1] = (next[value + 1] ?? 0) + (next[value] ?? 0);
  const sorted = new Int32Array(order.length);
  for (const e of order) {
    const value = key[e] ?? 0;
    const place = next[value] ?? 0;
    sorted[place] = e;
    next[value] = place + 1;
  }
  return sorted;
}
