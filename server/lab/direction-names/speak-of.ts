import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import type { LabDeed } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { direction, directionName } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { may } from '../rights.ts';

export type DirectionRow = typeof direction.$inferSelect;
export type NameRow = typeof directionName.$inferSelect;

/** Inside the transaction: the direction, and whether this person may take away what others have said. */
export type Spoken = { tx: Queries; of: DirectionRow; mayEdit: boolean };

/**
 * Whoever may speak says something of a direction: what it does to the tables and the record of it are one transaction;
 * then it is announced. `act` returns null where nothing has changed.
 */
export async function speakOf(
  ctx: SignedIn,
  directionId: string,
  act: (spoken: Spoken) => Promise<LabDeed | null>,
): Promise<void> {
  const { db, bus } = ctx.services;
  const [of] = await db.select().from(direction).where(eq(direction.id, directionId));
  const labId = of?.labId ?? '';
  const changed = await inTurn(ctx, labId, 'speak', async (tx, _, standing) => {
    const [there] = await tx.select().from(direction).where(eq(direction.id, directionId));
    if (!there) throw new TRPCError({ code: 'NOT_FOUND', message: 'This direction is not there.' });
    await found(tx, there);
    const deed = await act({ tx, of: there, mayEdit: may(standing, 'edit') });
    if (deed) await recordEvent(tx, { ...deed, labId, who: ctx.person.id });
    return deed !== null;
  });
  if (changed) await bus.publish({ topic: 'lab', id: labId });
}

/** What a direction was first kept as gets its row, with the direction's own id, when somebody speaks of it. */
async function found(tx: Queries, of: DirectionRow): Promise<void> {
  await tx
    .insert(directionName)
    .values({
      ...{ id: of.id, directionId: of.id, labId: of.labId, userId: of.userId, name: of.name },
      ...{ claim: '', createdAt: of.createdAt },
    })
    .onConflictDoNothing();
}

/** A name of the direction, held until the transaction ends. @throws TRPCError NOT_FOUND */
export async function nameIn({ tx, of }: Spoken, nameId: string): Promise<NameRow> {
  const [row] = await tx
    .select()
    .from(directionName)
    .where(and(eq(directionName.id, nameId), eq(directionName.directionId, of.id)))
    .for('update');
  if (!row) throw new TRPCError({ code: 'NOT_FOUND', message: 'This name is not there any more.' });
  return row;
}

/** @throws TRPCError FORBIDDEN unless this person wrote it or may edit */
export function requireAuthor(
  ctx: SignedIn,
  { mayEdit }: Spoken,
  { userId }: { userId: string | null },
): void {
  if (userId !== ctx.person.id && !mayEdit)
    throw new TRPCError({
      code: 'FORBIDDEN',
      message: 'Only who wrote this may do that, or an editor.',
    });
}
