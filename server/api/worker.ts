import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id, nameOf, workerCreated, workerSummary } from '~/core/contracts/index.ts';
import { createWorker } from '../lab/worker/create-worker.ts';
import { listWorkers } from '../lab/worker/list-workers.ts';
import { revokeWorker } from '../lab/worker/revoke-worker.ts';
import { openProcedure, signedInProcedure } from './trpc.ts';

export const workerRouter = {
  list: openProcedure
    .input(z.object({ labId: id }))
    .output(z.array(workerSummary))
    .query(({ ctx, input }) => listWorkers(ctx, input.labId)),

  create: signedInProcedure
    .input(z.object({ labId: id, name: nameOf('worker') }))
    .output(workerCreated)
    .mutation(({ ctx, input }) => createWorker(ctx, input)),

  revoke: signedInProcedure
    .input(z.object({ labId: id, workerId: id }))
    .mutation(({ ctx, input }) => revokeWorker(ctx, input)),
} satisfies TRPCRouterRecord;
