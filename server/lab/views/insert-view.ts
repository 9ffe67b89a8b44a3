import { eq } from 'drizzle-orm';
import type { ViewState, ViewSummary } from '~/core/contracts/index.ts';
import { view } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import type { Standing } from '../rights.ts';
import { findViews } from './find-views.ts';
import { holdModel } from './hold-model.ts';
import { newCode } from './new-code.ts';

type NewRow = Omit<typeof view.$inferInsert, 'code' | 'state' | 'userId' | 'createdAt'>;

/** Stores a view for whoever asks, writes it down in the list of the lab and tells its pages. */
export async function insertView(
  ctx: SignedIn,
  row: NewRow,
  state: ViewState,
  standing: Standing,
): Promise<ViewSummary> {
  const { db, bus } = ctx.services;
  const { labId, title: name } = row;
  const code = newCode();
  await inTurn(ctx, labId, 'speak', async (tx) => {
    await holdModel(tx, row.modelId);
    await tx.insert(view).values({ ...row, code, state, userId: ctx.person.id });
    const what = row.originCode ? 'view copied' : 'view saved';
    await recordEvent(tx, { labId, who: ctx.person.id, what, about: { name } });
  });
  await bus.publish({ topic: 'lab', id: labId });
  const [found] = await findViews(db, eq(view.code, code), { personId: ctx.person.id, standing });
  if (!found?.summary) throw new Error('A view is gone in the moment it was saved.');
  return found.summary;
}
