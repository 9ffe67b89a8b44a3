import { asc, eq, inArray } from 'drizzle-orm';
import type { DirectionName, SavedDirection } from '~/core/contracts/index.ts';
import type { Database } from '~/db/client.ts';
import { directionName, nameComment, nameEvidence, nameVote, user } from '~/db/schema/index.ts';
import { formerMember } from '../former-member.ts';

/** The names of a direction as `personId` sees them, oldest first. The founding one is there whether it has a row or not. */
export async function findNames(
  db: Database,
  direction: SavedDirection,
  personId: string,
): Promise<DirectionName[]> {
  const rows = await db
    .select()
    .from(directionName)
    .where(eq(directionName.directionId, direction.id))
    .orderBy(asc(directionName.createdAt), asc(directionName.id));
  const ids = rows.map(({ id }) => id);
  const [votes, evidence, comments] = await Promise.all([
    db.select().from(nameVote).where(inArray(nameVote.nameId, ids)),
    db
      .select()
      .from(nameEvidence)
      .where(inArray(nameEvidence.nameId, ids))
      .orderBy(asc(nameEvidence.createdAt), asc(nameEvidence.id)),
    db
      .select()
      .from(nameComment)
      .where(inArray(nameComment.nameId, ids))
      .orderBy(asc(nameComment.createdAt), asc(nameComment.id)),
  ]);
  const writers = [...rows, ...evidence, ...comments].map(({ userId }) => userId);
  const who = await namesOf(db, [...writers, ...rows.map(({ test }) => test?.userId ?? null)]);
  const by = (userId: string | null) => ({
    name: who.get(userId ?? '') ?? formerMember,
    mine: userId === personId,
  });
  const names = rows.map((row): DirectionName => {
    const own = votes.filter(({ nameId }) => nameId === row.id);
    const mine = own.find(({ userId }) => userId === personId);
    return {
      id: row.id,
      founding: row.id === direction.id,
      name: row.name,
      claim: row.claim,
      prediction: row.prediction,
      test: row.test && { ...row.test, by: by(row.test.userId) },
      by: by(row.userId),
      createdAt: row.createdAt.toISOString(),
      votes: {
        for: own.filter(({ value }) => value === 1).length,
        against: own.filter(({ value }) => value === -1).length,
        mine: mine?.value ?? null,
      },
      evidence: evidence
        .filter(({ nameId }) => nameId === row.id)
        .map(({ id, content, userId, createdAt }) => ({
          ...{ id, content, by: by(userId), createdAt: createdAt.toISOString() },
        })),
      comments: comments
        .filter(({ nameId }) => nameId === row.id)
        .map(({ id, text, userId, createdAt }) => ({
          ...{ id, text, by: by(userId), createdAt: createdAt.toISOString() },
        })),
    };
  });
  return names.some(({ founding }) => founding) ? names : [foundingName(direction), ...names];
}

/** Nobody has spoken of it yet. */
function foundingName({ id, name, by, createdAt }: SavedDirection): DirectionName {
  return {
    ...{ id, founding: true, name, claim: '', prediction: null, test: null, by, createdAt },
    ...{ votes: { for: 0, against: 0, mine: null }, evidence: [], comments: [] },
  };
}

/** Names of accounts by id; whoever has none any more is missing. */
export async function namesOf(
  db: Database,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  const rows = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
