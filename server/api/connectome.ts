import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import {
  connectomeDetail,
  connectomeDetails,
  connectomeSummary,
  id,
  importOptions,
  importReport,
  samplingPreview,
  samplingRecipe,
  tablePreview,
} from '~/core/contracts/index.ts';
import { checkTables } from '../lab/connectome/check-tables.ts';
import { getConnectome } from '../lab/connectome/get-connectome.ts';
import { importConnectome } from '../lab/connectome/import-connectome.ts';
import { inspectTables } from '../lab/connectome/inspect-tables.ts';
import { listConnectomes } from '../lab/connectome/list-connectomes.ts';
import { previewSampling } from '../lab/connectome/preview-sampling.ts';
import { watchReading } from '../lab/connectome/readings.ts';
import { recipeFor } from '../lab/connectome/recipe-for.ts';
import { openProcedure, signedInProcedure } from './trpc.ts';

const ofConnectome = z.object({ connectomeId: id });
/** Two files sent by PUT /api/uploads/:labId. */
const tables = z.object({ labId: id, neurons: id, connections: id });

export const connectomeRouter = {
  list: openProcedure
    .input(z.object({ labId: id }))
    .output(z.array(connectomeSummary))
    .query(({ ctx, input }) => listConnectomes(ctx, input.labId)),

  get: openProcedure
    .input(ofConnectome)
    .output(connectomeDetail)
    .query(({ ctx, input }) => getConnectome(ctx, input.connectomeId)),

  inspect: signedInProcedure
    .input(tables)
    .output(z.object({ neurons: tablePreview, connections: tablePreview }))
    .mutation(({ ctx, input }) => inspectTables(ctx, input)),

  check: signedInProcedure
    .input(tables.extend({ options: importOptions }))
    .output(importReport)
    .mutation(({ ctx, input, signal }) => checkTables(ctx, input, signal)),

  import: signedInProcedure
    .input(tables.extend({ options: importOptions, details: connectomeDetails }))
    .output(connectomeSummary)
    .mutation(({ ctx, input, signal }) => importConnectome(ctx, input, signal)),

  /** How far the check or import of these tables is, for as long as somebody listens. */
  reading: signedInProcedure
    .input(tables)
    .subscription(({ ctx, input, signal }) =>
      watchReading(ctx, input, signal ?? new AbortController().signal),
    ),

  defaultRecipe: openProcedure
    .input(ofConnectome.extend({ size: samplingRecipe.shape.size.optional() }))
    .output(samplingRecipe)
    .query(({ ctx, input, signal }) => recipeFor(ctx, input, signal)),

  previewSampling: openProcedure
    .input(ofConnectome.extend({ recipe: samplingRecipe }))
    .output(samplingPreview)
    .query(({ ctx, input, signal }) => previewSampling(ctx, input, signal)),
} satisfies TRPCRouterRecord;
