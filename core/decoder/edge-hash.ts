import type { Circuit } from './circuit.ts';

/** FNV-1a of N and the adjacency, 8 hex digits: the same for the same circuit on every machine. */
export function edgeHash({ n, adjacency }: Circuit): string {
  let hash = 0x811c9dc5;
  const take = (byte: number) => (hash = Math.imul(hash ^ byte, 0x01000193) >>> 0);
  take(n & 255);
  take(n >> 8);
  for (const value of adjacency) take(value);
  return hash.toString(16).padStart(8, '0');
}
