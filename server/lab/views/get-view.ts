import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { ViewDetail, ViewState } from '~/core/contracts/index.ts';
import { readViewState, ViewUnreadable } from '~/core/views/index.ts';
import { view } from '~/db/schema/index.ts';
import type { Context } from '../../context.ts';
import { may, requireRight } from '../rights.ts';
import { findViews } from './find-views.ts';
import { modelOfView } from './model-of-view.ts';

/**
 * A view with all that a page needs to open it, for whoever may look into its lab.
 *
 * @throws TRPCError NOT_FOUND also where the view is there but not for this person, PRECONDITION_FAILED for one of a
 * newer version of the program
 */
export async function getView(ctx: Context, code: string): Promise<ViewDetail> {
  const { db } = ctx.services;
  const [row] = await db.select().from(view).where(eq(view.code, code));
  // an unknown view is asked for like one of an unknown lab, so that both answer alike
  const { lab, standing } = await requireRight(ctx, row?.labId ?? '', 'look');
  if (!row) throw new Error('A view without a lab passed the check of rights.');
  const state = stateOf(row.state);
  const looker = { personId: ctx.person?.id ?? null, standing };
  const [found] = await findViews(db, eq(view.code, code), looker);
  if (!found?.summary) throw new TRPCError({ code: 'NOT_FOUND', message: 'This view is gone.' });
  return {
    ...found.summary,
    lab: { slug: lab.slug, name: lab.name },
    state,
    ...(await modelOfView(db, row)),
    mayCopy: may(standing, 'speak'),
  };
}

function stateOf(stored: unknown): ViewState {
  try {
    return readViewState(stored);
  } catch (error) {
    if (!(error instanceof ViewUnreadable)) throw error;
    throw new TRPCError({ code: 'PRECONDITION_FAILED', message: error.message });
  }
}
