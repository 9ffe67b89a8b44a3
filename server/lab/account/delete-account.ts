import { APIError } from 'better-auth/api';
import { asc, eq } from 'drizzle-orm';
import type { DeletionPlan } from '~/core/contracts/index.ts';
import type { Database, Queries } from '~/db/client.ts';
import { connectome, lab, membership, user } from '~/db/schema/index.ts';
import type { Bus } from '../../bus.ts';
import { passDemoOn } from '../demo.ts';
import { recordEvent } from '../events/record-event.ts';
import { formerMember } from '../former-member.ts';
import { lockLab } from '../lock-lab.ts';
import { revokeInvitationsOf } from '../invitations/revoke-invitations-of.ts';
import { deletionPlan } from './deletion-plan.ts';

/**
 * Deletes an account with its sessions and the labs that nobody else is in. What its person made elsewhere stays, as
 * made by a former member.
 *
 * @throws APIError CONFLICT, with the remedy, where a lab with others in it would be left without an owner
 */
export async function deleteAccount(
  { db, bus }: { db: Database; bus: Bus },
  userId: string,
): Promise<void> {
  const plan = await db.transaction(async (tx) => {
    // Nobody makes this person a member of anything from here on; then each of their labs holds still.
    await tx.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('update');
    const memberships = await tx
      .select()
      .from(membership)
      .where(eq(membership.userId, userId))
      .orderBy(asc(membership.labId));
    for (const { labId } of memberships) await lockLab(tx, labId);
    const plan = await deletionPlan(tx, userId);
    if (plan.blocking.length > 0) throw new APIError('CONFLICT', { message: handOverFirst(plan) });
    for (const { id } of plan.deleted) await tx.delete(lab).where(eq(lab.id, id));
    for (const { id } of plan.left) await leave(tx, id, userId);
    await tx
      .update(connectome)
      .set({ createdBy: formerMember })
      .where(eq(connectome.createdBy, userId));
    await tx.delete(user).where(eq(user.id, userId));
    await passDemoOn(tx);
    return plan;
  });
  await bus.publish({ topic: 'person', id: userId });
  for (const { id } of [...plan.deleted, ...plan.left]) {
    await bus.publish({ topic: 'membership', id, userId: null, role: null });
    await bus.publish({ topic: 'lab', id });
  }
}

async function leave(tx: Queries, labId: string, userId: string): Promise<void> {
  await recordEvent(tx, { labId, who: userId, what: 'person left', about: {} });
  await revokeInvitationsOf(tx, labId, userId);
}

const handOverFirst = ({ blocking }: DeletionPlan): string =>
  `You are the only owner of ${blocking.map(({ name }) => `"${name}"`).join(', ')}, and others are in ` +
  `${blocking.length === 1 ? 'it' : 'them'}. Hand over first, in the settings of the lab, or make somebody else owner.`;
