import { eq } from 'drizzle-orm';
import type { ViewSummary } from '~/core/contracts/index.ts';
import { readViewState } from '~/core/views/index.ts';
import { view } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { insertView } from './insert-view.ts';

/** A copy of one's own of a view, with everything as it was stored; it says where it came from. */
export async function copyView(
  ctx: SignedIn,
  { code, title }: { code: string; title: string },
): Promise<ViewSummary> {
  const [row] = await ctx.services.db.select().from(view).where(eq(view.code, code));
  const { standing } = await requireRight(ctx, row?.labId ?? '', 'speak');
  if (!row) throw new Error('A view without a lab passed the check of rights.');
  const { labId, modelId, note, picture } = row;
  const copy = { labId, modelId, title, note, picture, originCode: code };
  return insertView(ctx, copy, readViewState(row.state), standing);
}
