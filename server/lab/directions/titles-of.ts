import { asc, eq, inArray, sql } from 'drizzle-orm';
import { titleOf } from '~/core/directions/index.ts';
import type { Queries } from '~/db/client.ts';
import { directionName, nameVote } from '~/db/schema/index.ts';

const votesOf = (value: 1 | -1) =>
  sql<number>`(count(*) filter (where ${nameVote.value} = ${value}))::int`;

/** The names that directions go by now. One that is not here goes by what it was kept as: nobody has spoken of it yet. */
export async function titlesOf(
  db: Queries,
  directionIds: readonly string[],
): Promise<Map<string, string>> {
  if (directionIds.length === 0) return new Map();
  const rows = await db
    .select({
      directionId: directionName.directionId,
      name: directionName.name,
      votes: { for: votesOf(1), against: votesOf(-1) },
    })
    .from(directionName)
    .leftJoin(nameVote, eq(nameVote.nameId, directionName.id))
    .where(inArray(directionName.directionId, [...directionIds]))
    .groupBy(directionName.id)
    .orderBy(asc(directionName.createdAt), asc(directionName.id));
  const titles = new Map<string, string>();
  for (const directionId of new Set(rows.map((row) => row.directionId))) {
    const own = rows.filter((row) => row.directionId === directionId);
    const title = titleOf(
      own.map(({ name, votes }) => ({ name, votes: { ...votes, mine: null } })),
    );
    if (title) titles.set(directionId, title.name);
  }
  return titles;
}
