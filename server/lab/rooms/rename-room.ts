import { TRPCError } from '@trpc/server';
import { and, eq, ne } from 'drizzle-orm';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { roomAs } from './find-rooms.ts';
import { nameIsTaken } from './name-is-taken.ts';

/** @throws TRPCError CONFLICT when the model has another room of this name */
export async function renameRoom(
  ctx: SignedIn,
  { roomId, name }: { roomId: string; name: string },
): Promise<RoomSummary> {
  const { db, bus } = ctx.services;
  const one = eq(room.id, roomId);
  const [of] = await db.select({ labId: room.labId }).from(room).where(one);
  const labId = of?.labId ?? '';
  const renamed = await inTurn(ctx, labId, 'edit', async (tx, _, standing) => {
    const [there] = await tx.select().from(room).where(one);
    if (!there) throw new TRPCError({ code: 'NOT_FOUND', message: 'This room is not there.' });
    if (there.name === name) return roomAs(standing, tx, roomId);
    const same = and(eq(room.modelId, there.modelId), eq(room.name, name), ne(room.id, roomId));
    if ((await tx.$count(room, same)) > 0)
      throw new TRPCError({ code: 'CONFLICT', message: nameIsTaken });
    await tx.update(room).set({ name }).where(one);
    const about = { before: there.name, name };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'room renamed', about });
    return roomAs(standing, tx, roomId);
  });
  await bus.publish({ topic: 'lab', id: labId });
  return renamed;
}
