import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { nameEvidence } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { nameIn, requireAuthor, speakOf } from './speak-of.ts';

type Removed = { directionId: string; nameId: string; evidenceId: string };

/** Whoever added evidence may take it back, and so may editors. @throws TRPCError NOT_FOUND, FORBIDDEN */
export async function removeEvidence(
  ctx: SignedIn,
  { directionId, nameId, evidenceId }: Removed,
): Promise<void> {
  await speakOf(ctx, directionId, async (spoken) => {
    const { name } = await nameIn(spoken, nameId);
    const one = and(eq(nameEvidence.id, evidenceId), eq(nameEvidence.nameId, nameId));
    const [row] = await spoken.tx.select().from(nameEvidence).where(one);
    if (!row) throw new TRPCError({ code: 'NOT_FOUND', message: 'This evidence is not there.' });
    requireAuthor(ctx, spoken, row);
    await spoken.tx.delete(nameEvidence).where(one);
    return { what: 'evidence removed', about: { name } };
  });
}
