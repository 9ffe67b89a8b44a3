import { and, eq, sql } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { nameVote } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { nameIn, speakOf } from './speak-of.ts';

type Vote = { directionId: string; nameId: string; value: 1 | -1 | null };

/** One vote a person, for or against, changed at will; null takes it back. */
export async function castVote(ctx: SignedIn, { directionId, nameId, value }: Vote): Promise<void> {
  const userId = ctx.person.id;
  await speakOf(ctx, directionId, async (spoken) => {
    const { name } = await nameIn(spoken, nameId);
    const changed =
      value === null
        ? await withdraw(spoken.tx, nameId, userId)
        : await cast(spoken.tx, nameId, userId, value);
    if (!changed) return null;
    return { what: value === null ? 'vote withdrawn' : 'vote cast', about: { name } };
  });
}

async function cast(tx: Queries, nameId: string, userId: string, value: 1 | -1): Promise<boolean> {
  const rows = await tx
    .insert(nameVote)
    .values({ nameId, userId, value })
    .onConflictDoUpdate({
      target: [nameVote.nameId, nameVote.userId],
      set: { value, createdAt: sql`now()` },
      setWhere: sql`${nameVote.value} <> ${value}`,
    })
    .returning({ value: nameVote.value });
  return rows.length > 0;
}

async function withdraw(tx: Queries, nameId: string, userId: string): Promise<boolean> {
  const gone = await tx
    .delete(nameVote)
    .where(and(eq(nameVote.nameId, nameId), eq(nameVote.userId, userId)))
    .returning({ value: nameVote.value });
  return gone.length > 0;
}
