import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { directionName } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { nameIn, requireAuthor, speakOf } from './speak-of.ts';

/**
 * Takes a name away with everything said of it: whoever gave it may, and editors. The founding one goes with its direction.
 * @throws TRPCError FORBIDDEN, NOT_FOUND, CONFLICT for the founding one
 */
export async function removeName(
  ctx: SignedIn,
  { directionId, nameId }: { directionId: string; nameId: string },
): Promise<void> {
  await speakOf(ctx, directionId, async (spoken) => {
    const row = await nameIn(spoken, nameId);
    requireAuthor(ctx, spoken, row);
    if (nameId === directionId)
      throw new TRPCError({
        code: 'CONFLICT',
        message: 'The first name stays as long as its direction does.',
      });
    await spoken.tx.delete(directionName).where(eq(directionName.id, nameId));
    return { what: 'name removed', about: { name: row.name } };
  });
}
