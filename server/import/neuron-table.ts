import type { NeuronMapping } from '~/core/contracts/index.ts';
import type { Attribute, Connectome } from '~/core/connectome/connectome.ts';
import { plainNumber } from '~/core/connectome/plain-number.ts';
import { shown } from '~/core/connectome/problems.ts';
import { Extent } from './extent.ts';
import { Growing } from './growing.ts';
import type { ImportLimits } from './limits.ts';
import type { OpenTable } from './reading-meter.ts';
import { mapColumns, type MappedColumns } from './mapped-columns.ts';
import type { ProblemLog } from './problem-log.ts';
import { eachRow } from './rows.ts';
import { suspicionOf } from './suspicious-text.ts';
import type { TableHead } from './table-head.ts';
import { TableRefusal } from './table-refusal.ts';
import { TextColumn } from './text-column.ts';

export type NeuronField = NeuronMapping[string];
export type Neurons = {
  columns: Pick<Connectome, 'ids' | 'class' | 'layer' | 'type' | 'position' | 'attributes'>;
  /** row by id */
  index: ReadonlyMap<string, number>;
};

const file = 'neurons';
const axes = ['x', 'y', 'z'] as const;
const texts = ['class', 'type', 'layer'] as const;

/**
 * Reads the table of neurons. Row order is kept; ids are text and never touched by arithmetic.
 * @returns null when the columns do not fit; otherwise problems of rows are in the log.
 */
export async function readNeurons(
  table: OpenTable,
  head: TableHead,
  mapping: ReadonlyMap<string, NeuronField>,
  limits: ImportLimits,
  problems: ProblemLog,
): Promise<Neurons | null> {
  const positional = axes.some((axis) => [...mapping.values()].includes(axis));
  const places = mapColumns(
    file,
    head.columns,
    mapping,
    { single: ['id', ...texts, ...axes], needed: positional ? ['id', ...axes] : ['id'] },
    problems,
  );
  if (!places) return null;

  const index = new Map<string, number>();
  const ids: string[] = [];
  const rows = new Growing((length) => new Int32Array(length));
  const position = positionReader(head, places, problems);
  const warn = (text: string, place: { row: number; column: string }) => {
    const suspicion = suspicionOf(text);
    if (suspicion) problems.add(suspicion, { file, ...place }, { value: shown(text) });
  };
  const textColumns = [...texts, 'attribute' as const].flatMap((field) =>
    (places.get(field) ?? []).map(
      (place) => new TextColumn(field, place, head.columns[place] ?? '', warn),
    ),
  );
  const [idPlace = 0] = places.get('id') ?? [];
  const idColumn = head.columns[idPlace] ?? 'id';

  const takeId = (id: string, row: number) => {
    const place = { file, row, column: idColumn } as const;
    const known = index.get(id);
    if (id === '') problems.add('empty-id', place);
    else if (id.length > limits.id) problems.add('long-id', place, { value: String(limits.id) });
    else if (known !== undefined)
      problems.add('duplicate-id', place, { value: shown(id), other: String(rows.at(known)) });
    else index.set(id, ids.length);
    warn(id, place);
    ids.push(id);
    rows.push(row);
  };

  const shape = { delimiter: head.delimiter, columns: head.columns.length };
  await eachRow(table.chunks, shape, limits, (cells, row) => {
    table.rowRead();
    if (ids.length >= limits.neurons)
      throw new TableRefusal('too-many-rows', { value: String(limits.neurons) }, row);
    takeId((cells[idPlace] ?? '').trim(), row);
    position?.take(cells, row);
    for (const column of textColumns) column.push(cells, row);
  });
  if (ids.length === 0) throw new TableRefusal('no-rows');

  const category = (field: (typeof texts)[number]) =>
    textColumns.find((column) => column.field === field)?.values ?? null;
  const columns = {
    ids,
    class: category('class'),
    layer: category('layer'),
    type: category('type'),
    position: position?.finish() ?? null,
    attributes: textColumns.flatMap((column): Attribute[] =>
      column.field === 'attribute' ? [column.asAttribute()] : [],
    ),
  };
  return { columns, index };
}

/** µm; every neuron has all three coordinates or the table has none. */
function positionReader(
  head: TableHead,
  columns: MappedColumns<NeuronField>,
  problems: ProblemLog,
) {
  const places = axes.flatMap((axis) => columns.get(axis) ?? []);
  if (places.length === 0) return null;
  const position = new Growing((length) => new Float64Array(length));
  const extents = places.map((place) => ({ place, extent: new Extent() }));
  return {
    take(cells: string[], row: number) {
      for (const { place, extent } of extents) {
        const cell = (cells[place] ?? '').trim();
        const value = plainNumber(cell);
        if (Number.isNaN(value))
          problems.add(
            'bad-position',
            { file, row, column: head.columns[place] ?? null },
            { value: shown(cell) },
          );
        position.push(value);
        extent.take(value, row);
      }
    },
    finish() {
      const [widest] = extents.sort((a, b) => b.extent.span - a.extent.span);
      // No brain imaged so far spans this; nanometres and voxels do.
      if (widest && widest.extent.span > 30_000) {
        const { span, far } = widest.extent;
        problems.add(
          'large-extent',
          { file, row: far.row, column: head.columns[widest.place] ?? null },
          { value: String(Number((span / 1000).toPrecision(4))), other: String(far.value) },
        );
      }
      return position.take();
    },
  };
}
