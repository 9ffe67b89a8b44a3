import { eq } from 'drizzle-orm';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { findRooms, summariseRoom } from './find-rooms.ts';

export async function listRooms(ctx: SignedIn, labId: string): Promise<RoomSummary[]> {
  const { standing } = await requireRight(ctx, labId, 'walk');
  const rows = await findRooms(ctx.services.db, eq(room.labId, labId));
  return rows.map((row) => summariseRoom(row, standing));
}
