import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id, newDirection, savedDirection } from '~/core/contracts/index.ts';
import { listDirections } from '../lab/directions/list-directions.ts';
import { removeDirection } from '../lab/directions/remove-direction.ts';
import { saveDirection } from '../lab/directions/save-direction.ts';
import { signedInProcedure } from './trpc.ts';

export const directionRouter = {
  list: signedInProcedure
    .input(z.object({ modelId: id }))
    .output(z.array(savedDirection))
    .query(({ ctx, input }) => listDirections(ctx, input.modelId)),
  save: signedInProcedure
    .input(newDirection)
    .output(savedDirection)
    .mutation(({ ctx, input }) => saveDirection(ctx, input)),
  remove: signedInProcedure
    .input(z.object({ labId: id, directionId: id }))
    .mutation(({ ctx, input }) => removeDirection(ctx, input)),
} satisfies TRPCRouterRecord;
