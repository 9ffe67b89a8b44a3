import { TRPCError } from '@trpc/server';
import { and, count, eq } from 'drizzle-orm';
import type { Role } from '~/core/contracts/index.ts';
import { lab, membership } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';

export type Change = { labId: string; userId: string; role: Role | null };

/**
 * Gives a person a role in a lab (null: none), then tells every server, so that sockets close.
 *
 * `onlyIf` says who it is for: those who are in the lab, those who are not yet.
 * @throws TRPCError CONFLICT when the lab would be left without an owner
 */
export async function changeMembership(
  { db, bus }: Services,
  { labId, userId, role }: Change,
  onlyIf: 'member' | 'newcomer',
): Promise<void> {
  await db.transaction(async (tx) => {
    // Two owners stepping down at once take turns on the lab's row.
    await tx.select({ id: lab.id }).from(lab).where(eq(lab.id, labId)).for('update');
    const theirs = and(eq(membership.labId, labId), eq(membership.userId, userId));
    const [present] = await tx.select().from(membership).where(theirs);
    if (onlyIf === 'member' && !present)
      throw new TRPCError({ code: 'NOT_FOUND', message: 'This person is not in the lab.' });
    if (onlyIf === 'newcomer' && present)
      throw new TRPCError({ code: 'CONFLICT', message: 'This person is in the lab already.' });

    if (role === null) await tx.delete(membership).where(theirs);
    else if (present) await tx.update(membership).set({ role }).where(theirs);
    else await tx.insert(membership).values({ labId, userId, role });

    const [owners] = await tx
      .select({ n: count() })
      .from(membership)
      .where(and(eq(membership.labId, labId), eq(membership.role, 'owner')));
    if (!owners || owners.n === 0) {
      throw new TRPCError({
        code: 'CONFLICT',
        message: 'A lab keeps at least one owner. Make somebody else owner first.',
      });
    }
  });
  await bus.publish({ topic: 'membership', id: labId, userId, role });
  await bus.publish({ topic: 'lab', id: labId });
}
