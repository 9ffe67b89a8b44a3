import { notDefined } from '../metrics/index.ts';
import { distance } from '../metrics/connection-length.ts';
import { RandomStream, streams } from '../random.ts';
import { fixed, selfEdgesOf, type NullModel, type NullSubject } from './null-model.ts';

const code = 4;
export const distanceBins = 8;

export const distanceType: NullModel<'distance_type'> = {
  id: 'distance_type',
  code,
  name: 'Distance and kind',
  keeps: 'on average, the number of connections at each distance between each two kinds of neuron',
  about:
    'Each pair is connected or not by chance alone; the chance is the share of connected pairs at that distance, from that kind to that kind, in this circuit.',
  source: 'Perin, Berger & Markram 2011, PNAS 108, 5419',
  parameters: [fixed('bins', distanceBins, 'of distance, each with as many pairs')],
  prepare: (subject) => {
    const cells = cellsOf(subject);
    if (!cells) return notDefined('neither positions nor kinds of neurons');
    const { circuit } = subject;
    const { n, adjacency } = circuit;
    const [pairs, edges] = [new Map<number, number>(), new Map<number, number>()];
    cells.forEach((cell, k) => {
      if (k % (n + 1) === 0) return;
      pairs.set(cell, (pairs.get(cell) ?? 0) + 1);
      edges.set(cell, (edges.get(cell) ?? 0) + (adjacency[k] ?? 0));
    });
    const chance = Float64Array.from(
      cells,
      (cell) => (edges.get(cell) ?? 0) / (pairs.get(cell) ?? 1),
    );
    const own = selfEdgesOf(circuit);
    return (seed, index) => {
      const random = new RandomStream(seed, streams.nulls, index, code);
      const drawn = own.slice();
      for (let k = 0; k < n * n; k++)
        if (k % (n + 1) !== 0 && random.uniform(k) < (chance[k] ?? 0)) drawn[k] = 1;
      return { n, adjacency: drawn };
    };
  },
};

/** Distance bin x kind of pre x kind of post of every ordered pair [N * N]; null where neither is known. */
export function cellsOf({ circuit, positions, classes, kinds }: NullSubject): Int32Array | null {
  const { n } = circuit;
  const told = kinds ?? classes;
  const names = told ? [...new Set(told)] : [''];
  if (!positions && names.length < 2) return null;
  const kind = Int32Array.from({ length: n }, (_, i) => (told ? names.indexOf(told[i] ?? '') : 0));
  const bin = positions ? binsOf(n, positions) : new Int32Array(n * n);
  return Int32Array.from({ length: n * n }, (_, k) => {
    const [pre, post] = [kind[Math.floor(k / n)] ?? 0, kind[k % n] ?? 0];
    return ((bin[k] ?? 0) * names.length + pre) * names.length + post;
  });
}

/** Bins of equal numbers of pairs; a distance equal to a boundary lies in the upper one. */
function binsOf(n: number, positions: ArrayLike<number>): Int32Array {
  const lengths = Float64Array.from({ length: n * n }, (_, k) =>
    distance(positions, Math.floor(k / n), k % n),
  );
  const sorted = lengths.filter((_, k) => k % (n + 1) !== 0).sort();
  const boundaries = Array.from(
    { length: distanceBins - 1 },
    (_, b) => sorted[Math.floor(((b + 1) * sorted.length) / distanceBins)] ?? 0,
  );
  return Int32Array.from(
    lengths,
    (length) => boundaries.filter((boundary) => length >= boundary).length,
  );
}
