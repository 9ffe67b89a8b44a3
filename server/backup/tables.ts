import type { ClientBase } from 'pg';
import { escapeIdentifier } from 'pg';

export type TableShape = { name: string; columns: string[] };

/** Half of an upload is worth nothing without its file, and whoever sent it sends it again. */
const leftOut = ['upload'];

/** The tables of the database with the columns that can be written, each behind those it refers to. */
export async function tablesInOrder(client: ClientBase): Promise<TableShape[]> {
  const { rows: tables } = await client.query<TableShape>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select a.relname as from, b.relname as to
     from pg_constraint k join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
     where k.contype = 'f' and a.oid <> b.oid`,
  );
  return ordered(
    tables.filter(({ name }) => !leftOut.includes(name)),
    references,
  );
}

function ordered(
  tables: readonly TableShape[],
  references: readonly { from: string; to: string }[],
): TableShape[] {
  const done: TableShape[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const waits = ({ name }: TableShape) =>
      references.some(({ from, to }) => from === name && names.has(to));
    const next = left.filter((table) => !waits(table));
    if (next.length === 0)
      throw new Error(`Tables that refer to each other in a circle: ${[...names].join(', ')}`);
    done.push(...next);
    left = left.filter(waits);
  }
  return done;
}

export const copied = ({ name, columns }: TableShape): string =>
  `${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(', ')})`;

/** Numbers that are counted up go on behind the last that was given. */
export async function setSequences(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string }>(
    `select c.relname as name, a.attname as column
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
       and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null`,
  );
  for (const { name, column } of rows) {
    const [table, counted] = [escapeIdentifier(name), escapeIdentifier(column)];
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${counted}) + 1, 1), false) from ${table}`,
      [table, column],
    );
  }
}
