import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id, nameOf, roomSummary } from '~/core/contracts/index.ts';
import { createRoom } from '../lab/rooms/create-room.ts';
import { getRoom } from '../lab/rooms/get-room.ts';
import { listRooms } from '../lab/rooms/list-rooms.ts';
import { renameRoom } from '../lab/rooms/rename-room.ts';
import { signedInProcedure } from './trpc.ts';

const name = nameOf('room');

export const roomRouter = {
  list: signedInProcedure
    .input(z.object({ labId: id }))
    .output(z.array(roomSummary))
    .query(({ ctx, input }) => listRooms(ctx, input.labId)),
  get: signedInProcedure
    .input(z.object({ roomId: id }))
    .output(roomSummary)
    .query(({ ctx, input }) => getRoom(ctx, input.roomId)),
  create: signedInProcedure
    .input(z.object({ modelId: id, name }))
    .output(roomSummary)
    .mutation(({ ctx, input }) => createRoom(ctx, input)),
  rename: signedInProcedure
    .input(z.object({ roomId: id, name }))
    .output(roomSummary)
    .mutation(({ ctx, input }) => renameRoom(ctx, input)),
} satisfies TRPCRouterRecord;
