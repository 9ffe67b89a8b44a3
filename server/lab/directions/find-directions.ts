import { asc, eq, type SQL } from 'drizzle-orm';
import type { SavedDirection } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { direction, user } from '~/db/schema/index.ts';
import { formerMember } from '../former-member.ts';
import { titlesOf } from './titles-of.ts';

/** Directions as `personId` sees them, oldest first. */
export async function findDirections(
  db: Queries,
  where: SQL,
  personId: string,
): Promise<SavedDirection[]> {
  const rows = await db
    .select({ direction, name: user.name })
    .from(direction)
    .leftJoin(user, eq(user.id, direction.userId))
    .where(where)
    .orderBy(asc(direction.createdAt), asc(direction.id));
  const titles = await titlesOf(
    db,
    rows.map((row) => row.direction.id),
  );
  return rows.map(({ direction: row, name }) => ({
    id: row.id,
    labId: row.labId,
    modelId: row.modelId,
    modelSha256: row.modelSha256,
    name: row.name,
    title: titles.get(row.id) ?? row.name,
    protocol: row.protocol,
    vector: row.vector,
    distance: row.distance,
    effects: row.effects,
    by: { name: name ?? formerMember, mine: row.userId === personId },
    createdAt: row.createdAt.toISOString(),
  }));
}
