import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id, nameOf, roomSummary } from '~/core/contracts/index.ts';
import { closeRoom, reopenRoom } from '../lab/rooms/close-room.ts';
import { createRoom } from '../lab/rooms/create-room.ts';
import { getRoom } from '../lab/rooms/get-room.ts';
import { listRooms } from '../lab/rooms/list-rooms.ts';
import { renameRoom } from '../lab/rooms/rename-room.ts';
import { signedInProcedure } from './trpc.ts';

const name = nameOf('room');
const ofRoom = z.object({ roomId: id });

export const roomRouter = {
  list: signedInProcedure
    .input(z.object({ labId: id }))
    .output(z.array(roomSummary))
    .query(({ ctx, input }) => listRooms(ctx, input.labId)),
  get: signedInProcedure
    .input(ofRoom)
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
  close: signedInProcedure
    .input(ofRoom)
    .output(roomSummary)
    .mutation(({ ctx, input }) => closeRoom(ctx, input.roomId)),
  reopen: signedInProcedure
    .input(ofRoom)
    .output(roomSummary)
    .mutation(({ ctx, input }) => reopenRoom(ctx, input.roomId)),
} satisfies TRPCRouterRecord;
