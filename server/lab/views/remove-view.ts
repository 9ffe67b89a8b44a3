import { eq } from 'drizzle-orm';
import { view } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { requireOwnView } from './require-own-view.ts';

/** Deletes a view; its link leads nowhere any more. Copies of it stay. */
export async function removeView(ctx: SignedIn, code: string): Promise<void> {
  const { db, bus } = ctx.services;
  const { labId } = (await requireOwnView(ctx, code)).row;
  await db.transaction(async (tx) => {
    const [gone] = await tx.delete(view).where(eq(view.code, code)).returning({ name: view.title });
    const by = { labId, who: ctx.person.id };
    if (gone) await recordEvent(tx, { ...by, what: 'view removed', about: gone });
  });
  await bus.publish({ topic: 'lab', id: labId });
}
