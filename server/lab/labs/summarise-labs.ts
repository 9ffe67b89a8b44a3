import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { LabSummary, Role } from '~/core/contracts/index.ts';
import type { Database } from '~/db/client.ts';
import { connectome, lab, membership, model, room, run } from '~/db/schema/index.ts';
import type { LabRow } from '../rights.ts';

type Counted = keyof LabSummary['counts'];
const tables = { connectomes: connectome, models: model, rooms: room, runs: run } as const;

/** What lists show of labs, with the asker's role in each; one query a count, whatever their number. */
export async function summariseLabs(
  db: Database,
  labs: { lab: LabRow; role: Role | null }[],
): Promise<LabSummary[]> {
  const ids = labs.map((row) => row.lab.id);
  if (ids.length === 0) return [];
  const counts = new Map<string, number>();
  const note = (what: Counted, rows: { labId: string; n: number }[]) => {
    for (const row of rows) counts.set(`${what} ${row.labId}`, row.n);
  };
  for (const what of ['connectomes', 'models', 'rooms', 'runs'] as const) {
    const table = tables[what];
    const rows = await db
      .select({ labId: table.labId, n: count() })
      .from(table)
      .where(and(inArray(table.labId, ids), what === 'rooms' ? isNull(room.closedAt) : undefined))
      .groupBy(table.labId);
    note(what, rows);
  }
  const members = await db
    .select({ labId: lab.id, n: count() })
    .from(lab)
    .innerJoin(membership, eq(membership.labId, lab.id))
    .where(inArray(lab.id, ids))
    .groupBy(lab.id);
  note('members', members);

  return labs.map(({ lab: row, role }) => {
    const of = (what: Counted) => counts.get(`${what} ${row.id}`) ?? 0;
    return {
      id: row.id,
      slug: row.slug,
      name: row.name,
      role,
      openToGuests: row.openToGuests,
      counts: {
        connectomes: of('connectomes'),
        models: of('models'),
        rooms: of('rooms'),
        runs: of('runs'),
        members: of('members'),
      },
    };
  });
}
