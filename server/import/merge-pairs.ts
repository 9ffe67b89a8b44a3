import type { ImportOptions } from '~/core/contracts/index.ts';
import type { Connectome } from '~/core/connectome/connectome.ts';
import { edgeOrder } from '~/core/connectome/edge-order.ts';
import { shown } from '~/core/connectome/problems.ts';
import type { ProblemLog } from './problem-log.ts';

/** Sorted by pre and post, each pair once. */
export type Connections = Pick<Connectome, 'edges' | 'synapses' | 'size'>;

/** Connections in the order of their table, [E] each; `row` counts from 1 with the header as row 1. */
export type RawConnections = {
  pre: Int32Array;
  post: Int32Array;
  synapses: Float32Array;
  size: Float32Array;
  row: Int32Array;
};

/**
 * Sorts connections and settles pairs that occur more than once: their amounts are added, or each is a problem.
 * An unknown amount adds nothing; only unknown amounts give an unknown sum.
 */
export function mergePairs(
  raw: RawConnections,
  ids: readonly string[],
  repeats: ImportOptions['repeats'],
  problems: ProblemLog,
): Connections {
  const order = edgeOrder(raw.pre, raw.post, ids.length);
  const edges = new Int32Array(2 * order.length);
  const synapses = new Float32Array(order.length);
  const size = new Float32Array(order.length);
  const repeated: { row: number; first: number }[] = [];
  let count = 0;
  let first = -1;
  for (const e of order) {
    if (first >= 0 && raw.pre[e] === raw.pre[first] && raw.post[e] === raw.post[first]) {
      synapses[count - 1] = sum(synapses[count - 1], raw.synapses[e]);
      size[count - 1] = sum(size[count - 1], raw.size[e]);
      repeated.push({ row: raw.row[e] ?? 0, first });
      continue;
    }
    first = e;
    edges[2 * count] = raw.pre[e] ?? 0;
    edges[2 * count + 1] = raw.post[e] ?? 0;
    synapses[count] = raw.synapses[e] ?? NaN;
    size[count] = raw.size[e] ?? NaN;
    count++;
  }
  report(raw, ids, repeats, repeated, problems);
  return {
    edges: edges.slice(0, 2 * count),
    synapses: synapses.slice(0, count),
    size: size.slice(0, count),
  };
}

function sum(a = NaN, b = NaN): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : a + b;
}

function report(
  raw: RawConnections,
  ids: readonly string[],
  repeats: ImportOptions['repeats'],
  repeated: { row: number; first: number }[],
  problems: ProblemLog,
): void {
  const file = 'connections';
  if (repeated.length === 0) return;
  if (repeats === 'sum') {
    problems.add('summed-repeats', { file }, { count: repeated.length });
    return;
  }
  repeated.sort((a, b) => a.row - b.row); // the first in the table are the ones shown
  for (const { row, first } of repeated) {
    const pair = [raw.pre[first] ?? 0, raw.post[first] ?? 0].map((neuron) =>
      shown(ids[neuron] ?? ''),
    );
    problems.add(
      'repeated-pair',
      { file, row },
      { value: pair.join(' to '), other: String(raw.row[first] ?? 0) },
    );
  }
}
