import { eq } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { keptModel, view } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { removeUnneeded } from '../files/remove-unneeded.ts';
import { filesOf } from '../models/summarise-model.ts';
import { inTurn } from '../in-turn.ts';
import { requireOwnView } from './require-own-view.ts';

/**
 * Deletes a view; its link leads nowhere any more. Copies of it stay. With the last view of a model that was deleted
 * goes what was kept of it.
 */
export async function removeView(ctx: SignedIn, code: string): Promise<void> {
  const { bus } = ctx.services;
  const { labId } = (await requireOwnView(ctx, code)).row;
  const files = await inTurn(ctx, labId, 'speak', async (tx) => {
    await requireOwnView(ctx, code, tx);
    const [gone] = await tx.delete(view).where(eq(view.code, code)).returning();
    if (!gone) return [];
    const about = { name: gone.title };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'view removed', about });
    return letGo(tx, gone.modelId);
  });
  await bus.publish({ topic: 'lab', id: labId });
  await removeUnneeded(ctx.services, files);
}

/** Lets go of a deleted model that no view needs. @returns its files */
async function letGo(tx: Queries, modelId: string): Promise<string[]> {
  const one = eq(keptModel.id, modelId);
  const [kept] = await tx.select().from(keptModel).where(one).for('update');
  if (!kept || (await tx.$count(view, eq(view.modelId, modelId))) > 0) return [];
  await tx.delete(keptModel).where(one);
  return filesOf(kept.detail);
}
