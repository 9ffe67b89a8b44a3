import type { Pool } from 'pg';
import { z } from 'zod';

/** Tables that no lab owns a row of, each with the reason. */
export const outsideLabs: Readonly<Record<string, string>> = {
  user: 'a person',
  session: 'of a person',
  account: 'of a person',
  verification: 'of a person',
  rate_limit: 'of an address',
};

/** What differs between two labs in which the same was done: secrets, counters of all labs, names given from outside. */
const dropped = new Set(['token_hash', 'seq', 'index', 'slug', 'manifest', 'lease_token']);
const times = /\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)/g;
const hashes = /\b[0-9a-f]{64}\b/g;

const row = z.object({ table_name: z.string(), row: z.record(z.string(), z.unknown()) });
const column = z.object({ table_name: z.string(), column_name: z.string() });
const foreignKey = z.object({ child: z.string(), child_column: z.string(), parent: z.string() });

/** Reads what a lab is: every row of every table that hangs on it, in a form that two labs can be compared by. */
export type LabReader = {
  /** Tables that hang on a lab, and those of the schema that hang on none and are not known to. */
  readonly tables: readonly string[];
  readonly unknown: readonly string[];
  /** @param names ids of the lab's furniture, by what they are of */
  read(labId: string, names: Readonly<Record<string, string>>): Promise<string[]>;
  /** Locks every row of it, for whoever holds the transaction. */
  lock(client: Pick<Pool, 'query'>, labId: string): Promise<void>;
};

export async function labReader(pool: Pool): Promise<LabReader> {
  const columns = z.array(column).parse(
    (
      await pool.query(
        `select table_name, column_name from information_schema.columns
         where table_schema = 'public'`,
      )
    ).rows,
  );
  const keys = z.array(foreignKey).parse(
    (
      await pool.query(
        `select c.conrelid::regclass::text as child, a.attname as child_column, c.confrelid::regclass::text as parent
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
         where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
      )
    ).rows,
  );
  const all = [...new Set(columns.map(({ table_name }) => table_name))];
  const where = conditions(all, columns, keys);
  const asked = [...where].map(
    ([table, condition]) =>
      `select '${table}' as table_name, to_jsonb(t) as row from "${table}" t where ${condition}`,
  );
  return {
    tables: [...where.keys()],
    unknown: all.filter((table) => !where.has(table) && !(table in outsideLabs)),
    read: async (labId, names) => {
      const { rows } = await pool.query(asked.join(' union all '), [labId]);
      return comparable(z.array(row).parse(rows), names);
    },
    lock: async (client, labId) => {
      for (const [table, condition] of where)
        await client.query(`select 1 from "${table}" where ${condition} for update`, [labId]);
    },
  };
}

/** By table, which rows hang on lab $1: by its id, or by a row that does. */
function conditions(
  tables: readonly string[],
  columns: readonly z.infer<typeof column>[],
  keys: readonly z.infer<typeof foreignKey>[],
): Map<string, string> {
  const where = new Map([['lab', 'id = $1']]);
  for (const { table_name, column_name } of columns)
    if (column_name === 'lab_id') where.set(table_name, 'lab_id = $1');
  for (let grown = true; grown;) {
    grown = false;
    for (const { child, child_column: by, parent } of keys) {
      const above = where.get(parent);
      if (!above || where.has(child) || !tables.includes(child)) continue;
      where.set(child, `${by} in (select id from "${parent}" where ${above})`);
      grown = true;
    }
  }
  return where;
}

/** Rows as sorted lines: the list of what happened keeps its order, ids are said by what they are of. */
function comparable(
  rows: readonly z.infer<typeof row>[],
  names: Readonly<Record<string, string>>,
): string[] {
  const known = new Map(Object.entries(names).map(([name, id]) => [id, name]));
  for (const { table_name, row: cells } of rows)
    for (const id of [cells.id, cells.code])
      if (typeof id === 'string' && !known.has(id)) known.set(id, `new ${table_name}`);
  const events = rows
    .filter(({ table_name }) => table_name === 'lab_event')
    .sort((a, b) => Number(a.row.seq) - Number(b.row.seq));
  const order = new Map(events.map(({ row: cells }, index) => [cells, index]));
  const lines = rows.map(({ table_name, row: cells }) => {
    const kept = Object.entries(cells)
      .filter(([name]) => !dropped.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const place = order.get(cells);
    let line = `${table_name}${place === undefined ? '' : ` ${place}`} ${JSON.stringify(kept)}`;
    for (const [id, name] of known) line = line.replaceAll(id, `<${name}>`);
    return line.replaceAll(times, '<time>').replaceAll(hashes, '<hash>');
  });
  return lines.sort();
}
