import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { view } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight, type Standing } from '../rights.ts';
import { mayChange } from './find-views.ts';

type ViewRow = typeof view.$inferSelect;

/** A view that whoever asks may change. @throws TRPCError NOT_FOUND, FORBIDDEN */
export async function requireOwnView(
  ctx: SignedIn,
  code: string,
  db: Queries = ctx.services.db,
): Promise<{ row: ViewRow; standing: Standing }> {
  const [row] = await db.select().from(view).where(eq(view.code, code));
  const { standing } = await requireRight(
    { services: { db }, person: ctx.person },
    row?.labId ?? '',
    'speak',
  );
  if (!row) throw new Error('A view without a lab passed the check of rights.');
  if (!mayChange({ mine: row.userId === ctx.person.id }, standing))
    throw new TRPCError({
      code: 'FORBIDDEN',
      message: 'Only who saved this view may change it, or an editor.',
    });
  return { row, standing };
}
