import type { ConnectionMapping, ImportOptions } from '~/core/contracts/index.ts';
import { plainNumber } from '~/core/connectome/plain-number.ts';
import { shown } from '~/core/connectome/problems.ts';
import { Growing } from './growing.ts';
import type { ImportLimits } from './limits.ts';
import type { OpenTable } from './reading-meter.ts';
import { mapColumns } from './mapped-columns.ts';
import { mergePairs, type Connections, type RawConnections } from './merge-pairs.ts';
import type { Neurons } from './neuron-table.ts';
import type { ProblemLog } from './problem-log.ts';
import { eachRow } from './rows.ts';
import type { TableHead } from './table-head.ts';
import { TableRefusal } from './table-refusal.ts';

export type ConnectionField = ConnectionMapping[string];

const file = 'connections';
const ends = ['pre', 'post'] as const;
const weights = ['synapses', 'size'] as const;

/**
 * Reads the table of connections into sorted pairs of rows of the neurons.
 * @returns null when the columns do not fit; otherwise problems of rows are in the log.
 */
export async function readConnections(
  table: OpenTable,
  head: TableHead,
  mapping: ReadonlyMap<string, ConnectionField>,
  neurons: Neurons,
  choices: Pick<ImportOptions, 'repeats' | 'unknown'>,
  limits: ImportLimits,
  problems: ProblemLog,
  onAllRead: () => void,
): Promise<Connections | null> {
  const columns = mapColumns(
    file,
    head.columns,
    mapping,
    { single: [...ends, ...weights], needed: ends },
    problems,
  );
  if (!columns) return null;
  const placeOf = (field: ConnectionField) => columns.get(field)?.[0] ?? -1;
  const endPlaces = ends.map(placeOf);
  const weightPlaces = weights.map(placeOf);
  const int32 = () => new Growing((length) => new Int32Array(length));
  const float32 = () => new Growing((length) => new Float32Array(length));
  const pairs = [int32(), int32()] as const;
  const amounts = [float32(), float32()] as const;
  const rows = int32();
  let read = 0;
  let dropped = 0;

  const neuronAt = (cells: string[], end: 0 | 1, row: number) => {
    const id = (cells[endPlaces[end] ?? -1] ?? '').trim();
    const found = neurons.index.get(id) ?? -1;
    if (found < 0 && choices.unknown === 'refuse')
      problems.add(
        'unknown-neuron',
        { file, row, column: head.columns[endPlaces[end] ?? -1] ?? null },
        { value: shown(id) },
      );
    return found;
  };
  const amountAt = (cells: string[], place: number, row: number) => {
    const cell = place < 0 ? '' : (cells[place] ?? '').trim();
    if (cell === '') return NaN;
    const value = plainNumber(cell);
    if (value >= 0) return value;
    const column = head.columns[place] ?? null;
    problems.add('bad-weight', { file, row, column }, { value: shown(cell) });
    return NaN;
  };

  const shape = { delimiter: head.delimiter, columns: head.columns.length };
  await eachRow(table.chunks, shape, limits, (cells, row) => {
    table.rowRead();
    if (++read > limits.connections)
      throw new TableRefusal('too-many-rows', { value: String(limits.connections) }, row);
    const pre = neuronAt(cells, 0, row);
    const post = neuronAt(cells, 1, row);
    const synapses = amountAt(cells, weightPlaces[0] ?? -1, row);
    const size = amountAt(cells, weightPlaces[1] ?? -1, row);
    if (pre < 0 || post < 0) {
      dropped++;
      return;
    }
    pairs[0].push(pre);
    pairs[1].push(post);
    amounts[0].push(synapses);
    amounts[1].push(size);
    rows.push(row);
  });
  onAllRead();
  if (read === 0) throw new TableRefusal('no-rows');
  if (dropped > 0 && choices.unknown === 'drop')
    problems.add('dropped-unknown', { file }, { count: dropped });

  const raw: RawConnections = {
    pre: pairs[0].take(),
    post: pairs[1].take(),
    synapses: amounts[0].take(),
    size: amounts[1].take(),
    row: rows.take(),
  };
  return mergePairs(raw, neurons.columns.ids, choices.repeats, problems);
}
