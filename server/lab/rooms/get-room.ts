import { eq } from 'drizzle-orm';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { findRooms, summariseRoom } from './find-rooms.ts';

/** @throws TRPCError NOT_FOUND also where the room is there but not for this person */
export async function getRoom(ctx: SignedIn, roomId: string): Promise<RoomSummary> {
  const [row] = await findRooms(ctx.services.db, eq(room.id, roomId));
  const { standing } = await requireRight(ctx, row?.room.labId ?? '', 'walk');
  if (!row) throw new Error('A room without a lab passed the check of rights.');
  return summariseRoom(row, standing);
}
