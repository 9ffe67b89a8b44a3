import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import {
  directionDetail,
  id,
  newDirection,
  newMeasured,
  offeredPin,
  savedDirection,
} from '~/core/contracts/index.ts';
import { listPins } from '../lab/direction-names/list-pins.ts';
import { getDirection } from '../lab/directions/get-direction.ts';
import { keepMeasured } from '../lab/directions/keep-measured.ts';
import { listDirections } from '../lab/directions/list-directions.ts';
import { removeDirection } from '../lab/directions/remove-direction.ts';
import { saveDirection } from '../lab/directions/save-direction.ts';
import { signedInProcedure } from './trpc.ts';

export const directionRouter = {
  list: signedInProcedure
    .input(z.object({ modelId: id }))
    .output(z.array(savedDirection))
    .query(({ ctx, input }) => listDirections(ctx, input.modelId)),
  get: signedInProcedure
    .input(z.object({ directionId: id }))
    .output(directionDetail)
    .query(({ ctx, input }) => getDirection(ctx, input.directionId)),
  pins: signedInProcedure
    .input(z.object({ directionId: id }))
    .output(z.array(offeredPin))
    .query(({ ctx, input }) => listPins(ctx, input.directionId)),
  keepMeasured: signedInProcedure
    .input(newMeasured)
    .mutation(({ ctx, input }) => keepMeasured(ctx, input)),
  save: signedInProcedure
    .input(newDirection)
    .output(savedDirection)
    .mutation(({ ctx, input }) => saveDirection(ctx, input)),
  remove: signedInProcedure
    .input(z.object({ labId: id, directionId: id }))
    .mutation(({ ctx, input }) => removeDirection(ctx, input)),
} satisfies TRPCRouterRecord;
