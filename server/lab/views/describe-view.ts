import { eq } from 'drizzle-orm';
import { view } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { requireOwnView } from './require-own-view.ts';

/** Gives a view another title and note. What it shows stays as it was saved. */
export async function describeView(
  ctx: SignedIn,
  { code, title, note }: { code: string; title: string; note: string },
): Promise<void> {
  const { bus } = ctx.services;
  const { row } = await requireOwnView(ctx, code);
  const { labId } = row;
  await inTurn(ctx, labId, 'speak', async (tx) => {
    await requireOwnView(ctx, code, tx);
    const [there] = await tx.select().from(view).where(eq(view.code, code)).for('no key update');
    if (!there || (there.title === title && there.note === note)) return;
    await tx.update(view).set({ title, note }).where(eq(view.code, code));
    const about = { before: there.title, name: title };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'view described', about });
  });
  await bus.publish({ topic: 'lab', id: labId });
}
