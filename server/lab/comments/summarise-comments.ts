import type { Comment, Mentioned } from '~/core/contracts/index.ts';
import type { Database } from '~/db/client.ts';
import { namesOf } from '../direction-names/find-names.ts';
import { formerMember } from '../former-member.ts';
import type { CommentRow } from './in-thread.ts';

/** Comments as `personId` sees them, in the order given; everybody by their name of today. */
export async function summariseComments(
  db: Database,
  rows: readonly CommentRow[],
  personId: string,
): Promise<Comment[]> {
  const who = await namesOf(
    db,
    rows.flatMap(({ userId, mentions }) => [userId, ...mentions]),
  );
  return rows.map(({ id, userId, text, mentions, withdrawn, createdAt, editedAt }) => ({
    ...{ id, text, withdrawn, mentions: namedBy(who, mentions) },
    by: { name: who.get(userId ?? '') ?? formerMember, mine: userId === personId },
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  }));
}

/** Whoever has no account any more is a former member. */
export const namedBy = (who: ReadonlyMap<string, string>, ids: readonly string[]): Mentioned[] =>
  ids.map((id) => ({ id, name: who.get(id) ?? formerMember }));
