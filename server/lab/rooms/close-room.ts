import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { roomAs } from './find-rooms.ts';

/** Whoever is in it is asked to leave; what is in it is kept. */
export const closeRoom = (ctx: SignedIn, roomId: string): Promise<RoomSummary> =>
  setClosed(ctx, roomId, true);

/** As it was when it was closed. */
export const reopenRoom = (ctx: SignedIn, roomId: string): Promise<RoomSummary> =>
  setClosed(ctx, roomId, false);

async function setClosed(ctx: SignedIn, roomId: string, closed: boolean): Promise<RoomSummary> {
  const { db, bus } = ctx.services;
  const [of] = await db.select({ labId: room.labId }).from(room).where(eq(room.id, roomId));
  const labId = of?.labId ?? '';
  const { changed, now } = await inTurn(ctx, labId, 'edit', async (tx, _, standing) => {
    const before = closed ? isNull(room.closedAt) : isNotNull(room.closedAt);
    const [row] = await tx
      .update(room)
      .set({ closedAt: closed ? sql`now()` : null })
      .where(and(eq(room.id, roomId), before))
      .returning();
    const as = () => roomAs(standing, tx, roomId);
    if (!row) return { changed: false, now: await as() }; // it is so already
    const what = closed ? 'room closed' : 'room opened again';
    await recordEvent(tx, { labId, who: ctx.person.id, what, about: { name: row.name } });
    return { changed: true, now: await as() };
  });
  if (changed) {
    await bus.publish({ topic: 'room', id: roomId });
    await bus.publish({ topic: 'lab', id: labId });
  }
  return now;
}
