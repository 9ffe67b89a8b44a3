import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import {
  id,
  newView,
  viewCode,
  viewDetail,
  viewPage,
  viewSummary,
  viewWords,
} from '~/core/contracts/index.ts';
import { copyView } from '../lab/views/copy-view.ts';
import { describeView } from '../lab/views/describe-view.ts';
import { getView } from '../lab/views/get-view.ts';
import { listViews } from '../lab/views/list-views.ts';
import { removeView } from '../lab/views/remove-view.ts';
import { saveView } from '../lab/views/save-view.ts';
import { openProcedure, signedInProcedure } from './trpc.ts';

const code = viewCode;

export const viewRouter = {
  list: signedInProcedure
    .input(z.object({ labId: id, mine: z.boolean(), cursor: z.int().min(1).nullish() }))
    .output(viewPage)
    .query(({ ctx, input }) => listViews(ctx, { ...input, before: input.cursor ?? null })),
  /** Open to strangers where the lab is open to guests. */
  get: openProcedure
    .input(z.object({ code }))
    .output(viewDetail)
    .query(({ ctx, input }) => getView(ctx, input.code)),
  save: signedInProcedure
    .input(newView)
    .output(viewSummary)
    .mutation(({ ctx, input }) => saveView(ctx, input)),
  copy: signedInProcedure
    .input(viewWords.pick({ code: true, title: true }))
    .output(viewSummary)
    .mutation(({ ctx, input }) => copyView(ctx, input)),
  describe: signedInProcedure
    .input(viewWords)
    .mutation(({ ctx, input }) => describeView(ctx, input)),
  remove: signedInProcedure
    .input(z.object({ code }))
    .mutation(({ ctx, input }) => removeView(ctx, input.code)),
} satisfies TRPCRouterRecord;
