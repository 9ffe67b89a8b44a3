import { and, eq, lt } from 'drizzle-orm';
import type { ViewPage } from '~/core/contracts/index.ts';
import { view } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { findViews } from './find-views.ts';

const pageSize = 30;

/** Views of a lab, or mine in it, newest first, a page at a time: those before the one numbered `before`. */
export async function listViews(
  ctx: SignedIn,
  { labId, mine, before }: { labId: string; mine: boolean; before: number | null },
): Promise<ViewPage> {
  const { standing } = await requireRight(ctx, labId, 'read');
  const personId = ctx.person.id;
  const where = and(
    eq(view.labId, labId),
    mine ? eq(view.userId, personId) : undefined,
    before === null ? undefined : lt(view.seq, before),
  );
  const found = await findViews(ctx.services.db, where, { personId, standing }, pageSize + 1);
  const page = found.slice(0, pageSize);
  return {
    views: page.flatMap(({ summary }) => summary ?? []),
    next: found.length > pageSize ? (page.at(-1)?.seq ?? null) : null,
  };
}
