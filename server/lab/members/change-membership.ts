import { TRPCError } from '@trpc/server';
import { and, count, eq } from 'drizzle-orm';
import type { Role } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { membership } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';
import { revokeInvitationsOf } from '../invitations/revoke-invitations-of.ts';

export type Change = { labId: string; userId: string; role: Role | null };

/**
 * Gives a person a role in a lab (null: none) and returns the one they had. The transaction holds the lab's row
 * (`lockLab`), so of two owners stepping down at once the second sees what the first did.
 *
 * `onlyIf` says who it is for: those who are in the lab, those who are not yet.
 * @throws TRPCError CONFLICT when the lab would be left without an owner
 */
export async function changeMembership(
  tx: Queries,
  { labId, userId, role }: Change,
  onlyIf: 'member' | 'newcomer',
): Promise<Role | null> {
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
  if (!owners || owners.n === 0)
    throw new TRPCError({
      code: 'CONFLICT',
      message: 'A lab keeps at least one owner. Make somebody else owner first.',
    });
  if (present?.role === 'owner' && role !== 'owner') await revokeInvitationsOf(tx, labId, userId);
  return present?.role ?? null;
}

/** Tells every server, so that sockets close and pages look again. */
export async function announceMembership({ bus }: Pick<Services, 'bus'>, change: Change) {
  const { labId, userId, role } = change;
  await bus.publish({ topic: 'membership', id: labId, userId, role });
  await bus.publish({ topic: 'lab', id: labId });
}
