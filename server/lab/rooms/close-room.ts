import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { requireRight } from '../rights.ts';
import { getRoom } from './get-room.ts';

/** Whoever is in it is asked to leave; what is in it is kept. */
export const closeRoom = (ctx: SignedIn, roomId: string): Promise<RoomSummary> =>
  setClosed(ctx, roomId, true);

/** As it was when it was closed. */
export const reopenRoom = (ctx: SignedIn, roomId: string): Promise<RoomSummary> =>
  setClosed(ctx, roomId, false);

async function setClosed(ctx: SignedIn, roomId: string, closed: boolean): Promise<RoomSummary> {
  const { db, bus } = ctx.services;
  const [of] = await db.select({ labId: room.labId }).from(room).where(eq(room.id, roomId));
  const labId = (await requireRight(ctx, of?.labId ?? '', 'edit')).lab.id;
  const changed = await db.transaction(async (tx) => {
    const before = closed ? isNull(room.closedAt) : isNotNull(room.closedAt);
    const [row] = await tx
      .update(room)
      .set({ closedAt: closed ? sql`now()` : null })
      .where(and(eq(room.id, roomId), before))
      .returning();
    if (!row) return false; // it is so already
    const what = closed ? 'room closed' : 'room opened again';
    await recordEvent(tx, { labId, who: ctx.person.id, what, about: { name: row.name } });
    return true;
  });
  if (changed) {
    await bus.publish({ topic: 'room', id: roomId });
    await bus.publish({ topic: 'lab', id: labId });
  }
  return getRoom(ctx, roomId);
}
