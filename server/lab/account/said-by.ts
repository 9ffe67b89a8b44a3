import { eq } from 'drizzle-orm';
import type { AccountExport } from '~/core/contracts/index.ts';
import { directionName, nameComment, nameEvidence, nameVote } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';

/** What a person said of names of directions: evidence, votes and comments, oldest first. */
export async function saidBy(
  { db }: Pick<Services, 'db'>,
  userId: string,
): Promise<AccountExport['said']> {
  const of = { id: directionName.id, name: directionName.name };
  const evidence = await db
    .select({ of, content: nameEvidence.content, at: nameEvidence.createdAt })
    .from(nameEvidence)
    .innerJoin(directionName, eq(directionName.id, nameEvidence.nameId))
    .where(eq(nameEvidence.userId, userId));
  const votes = await db
    .select({ of, content: nameVote.value, at: nameVote.createdAt })
    .from(nameVote)
    .innerJoin(directionName, eq(directionName.id, nameVote.nameId))
    .where(eq(nameVote.userId, userId));
  const comments = await db
    .select({ of, content: nameComment.text, at: nameComment.createdAt })
    .from(nameComment)
    .innerJoin(directionName, eq(directionName.id, nameComment.nameId))
    .where(eq(nameComment.userId, userId));
  return [
    ...evidence.map((row) => ({ what: 'evidence' as const, ...row })),
    ...votes.map((row) => ({ what: 'vote' as const, ...row })),
    ...comments.map((row) => ({ what: 'comment' as const, ...row })),
  ]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
