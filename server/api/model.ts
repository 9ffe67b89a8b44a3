import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id, modelDeletion, modelDetail, modelSummary } from '~/core/contracts/index.ts';
import { deletionOfModel } from '../lab/models/deletion-of-model.ts';
import { getModel } from '../lab/models/get-model.ts';
import { listModels } from '../lab/models/list-models.ts';
import { removeModel } from '../lab/models/remove-model.ts';
import { starterModel } from '../lab/models/starter-model.ts';
import { openProcedure, signedInProcedure } from './trpc.ts';

export const modelRouter = {
  list: signedInProcedure
    .input(z.object({ labId: id }))
    .output(z.array(modelSummary))
    .query(({ ctx, input }) => listModels(ctx, input.labId)),
  get: openProcedure
    .input(z.object({ modelId: id }))
    .output(modelDetail)
    .query(({ ctx, input }) => getModel(ctx, input.modelId)),
  /** What deleting it would mean. */
  deletion: signedInProcedure
    .input(z.object({ modelId: id }))
    .output(modelDeletion)
    .query(({ ctx, input }) => deletionOfModel(ctx, input.modelId)),
  remove: signedInProcedure
    .input(z.object({ modelId: id, views: z.int().min(0) }))
    .mutation(({ ctx, input }) => removeModel(ctx, input)),
  /** What the first page shows. */
  starter: openProcedure.output(modelDetail).query(({ ctx }) => starterModel(ctx)),
} satisfies TRPCRouterRecord;
