import type { ImportProblem } from '~/core/contracts/index.ts';
import { shown } from '~/core/connectome/problems.ts';
import type { ProblemLog } from './problem-log.ts';

/** Places of the columns taken for each field; a field that takes many columns lists them in order. */
export type MappedColumns<Field extends string> = Map<Field, number[]>;

/**
 * Finds the columns of a mapping in a header.
 *
 * @param single fields that at most one column may be taken for
 * @param needed fields without which the table cannot be read
 * @returns null when a problem stands in the way
 */
export function mapColumns<Field extends string>(
  file: ImportProblem['file'],
  columns: readonly string[],
  mapping: ReadonlyMap<string, Field>,
  { single, needed }: { single: readonly Field[]; needed: readonly Field[] },
  problems: ProblemLog,
): MappedColumns<Field> | null {
  const before = problems.errors;
  const twice = columns.filter((column, k) => columns.indexOf(column) !== k);
  for (const column of new Set(twice))
    problems.add('duplicate-column', { file, row: 1, column }, { value: shown(column) });
  for (const column of mapping.keys())
    if (!columns.includes(column))
      problems.add('unknown-column', { file, row: 1, column }, { value: shown(column) });

  const found: MappedColumns<Field> = new Map();
  for (const [place, column] of columns.entries()) {
    const field = mapping.get(column);
    if (field !== undefined) found.set(field, [...(found.get(field) ?? []), place]);
  }
  for (const field of single) {
    const places = found.get(field) ?? [];
    if (places.length > 1) {
      const names = places.map((place) => shown(columns[place] ?? '')).join(' and ');
      const column = columns[places[1] ?? 0] ?? null;
      problems.add('field-twice', { file, row: 1, column }, { value: field, other: names });
    }
  }
  for (const field of needed)
    if (!found.has(field))
      problems.add(
        'missing-column',
        { file, row: 1, column: field },
        { value: field, other: columns.map(shown).join(', ') },
      );
  return problems.errors === before ? found : null;
}
