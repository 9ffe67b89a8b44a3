import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id, measurementDetail, measurementSummary } from '~/core/contracts/index.ts';
import { getMeasurement } from '../lab/measurement/get-measurement.ts';
import { listMeasurements } from '../lab/measurement/list-measurements.ts';
import { openProcedure } from './trpc.ts';

export const measurementRouter = {
  list: openProcedure
    .input(z.object({ modelId: id }))
    .output(z.array(measurementSummary))
    .query(({ ctx, input }) => listMeasurements(ctx, input.modelId)),
  get: openProcedure
    .input(z.object({ measurementId: id }))
    .output(measurementDetail)
    .query(({ ctx, input }) => getMeasurement(ctx, input.measurementId)),
} satisfies TRPCRouterRecord;
