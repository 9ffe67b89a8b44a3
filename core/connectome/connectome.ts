/**
 * A connectome in memory, by columns: K neurons in the order of their table, E connections sorted by presynaptic, then
 * postsynaptic neuron, each pair at most once. Self-connections are kept.
 */
export type Connectome = {
  /** [K] as text: root ids exceed 2^53 */
  ids: string[];
  /** [K], '' where unknown; null when the data have no such field */
  class: string[] | null;
  layer: string[] | null;
  type: string[] | null;
  /** [K, 3] x, y, z in µm, y = depth below the pia; null when there are no positions */
  position: Float64Array<ArrayBuffer> | null;
  attributes: Attribute[];
  /** [E, 2] presynaptic, postsynaptic: rows of the neurons */
  edges: Int32Array<ArrayBuffer>;
  /** [E] synapse counts, NaN where unknown */
  synapses: Float32Array<ArrayBuffer>;
  /** [E] summed size, NaN where unknown */
  size: Float32Array<ArrayBuffer>;
};

/** Whatever else is known of the neurons. */
export type Attribute =
  | { name: string; kind: 'text'; values: string[] }
  | { name: string; kind: 'number'; values: Float64Array<ArrayBuffer> };

export type CategoryField = 'class' | 'layer' | 'type';
export const categoryFields = ['class', 'layer', 'type'] as const satisfies CategoryField[];

/** Numbers of outputs and inputs of each neuron [K]; a self-connection is one of each. */
export function degrees(
  edges: Int32Array<ArrayBuffer>,
  neurons: number,
): { outputs: Int32Array<ArrayBuffer>; inputs: Int32Array<ArrayBuffer> } {
  const outputs = new Int32Array(neurons);
  const inputs = new Int32Array(neurons);
  for (let e = 0; e < edges.length; e += 2) {
    const pre = edges[e] ?? 0;
    const post = edges[e + 1] ?? 0;
    outputs[pre] = (outputs[pre] ?? 0) + 1;
    inputs[post] = (inputs[post] ?? 0) + 1;
  }
  return { outputs, inputs };
}

/** Number of connections of a neuron with itself. */
export function selfConnections(edges: Int32Array): number {
  let count = 0;
  for (let e = 0; e < edges.length; e += 2) if (edges[e] === edges[e + 1]) count++;
  return count;
}

/** The distinct values of a category with their counts, most frequent first, then by text. */
export function tally(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
