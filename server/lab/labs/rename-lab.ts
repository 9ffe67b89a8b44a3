import { eq } from 'drizzle-orm';
import { lab } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';

/** Gives a lab another name. Its address stays as it is, so that links go on leading there. */
export async function renameLab(
  ctx: SignedIn,
  { labId, name }: { labId: string; name: string },
): Promise<void> {
  await inTurn(ctx, labId, 'manage', async (tx, { name: before }) => {
    if (before === name) return;
    await tx.update(lab).set({ name }).where(eq(lab.id, labId));
    const about = { before, name };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'lab renamed', about });
  });
  await ctx.services.bus.publish({ topic: 'lab', id: labId });
}
