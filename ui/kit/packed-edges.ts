/**
 * Edges of a bit-packed adjacency (row = presynaptic, bit k = row * n + column, little bit order, base64).
 * Bits that are missing at the end read as no edge.
 */
export function packedEdges(n: number, adjacency: string): [number, number][] {
  const text = atob(adjacency);
  const edges: [number, number][] = [];
  for (let byte = 0; byte < text.length; byte += 1) {
    const bits = text.charCodeAt(byte);
    for (let bit = 0; bits >> bit; bit += 1) {
      const k = byte * 8 + bit;
      if ((bits >> bit) & 1 && k < n * n) edges.push([Math.floor(k / n), k % n]);
    }
  }
  return edges;
}
