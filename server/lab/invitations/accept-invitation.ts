import { TRPCError } from '@trpc/server';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { invitation, lab, labEvent, membership } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { lockLab } from '../lock-lab.ts';
import { announceMembership, changeMembership } from '../members/change-membership.ts';
import { findInvitation } from './find-invitation.ts';
import { invitationState, type InvitationRow } from './invitation-state.ts';

const why = {
  expired: 'This invitation has expired. Ask for a new one.',
  revoked: 'This invitation was taken back. Ask for a new one.',
  used: 'This invitation has been used as often as it may. Ask for a new one.',
};

/**
 * Makes whoever asks a member; who is one already stays what they are and uses nothing up.
 * @throws TRPCError NOT_FOUND, CONFLICT when the link is no longer good, or was made before its asker was removed
 */
export async function acceptInvitation(ctx: SignedIn, token: string): Promise<{ slug: string }> {
  const { services, person } = ctx;
  const { labId } = await findInvitation(services.db, token);
  const { slug, role } = await services.db.transaction(async (tx) => {
    await lockLab(tx, labId);
    const found = await findInvitation(tx, token); // as it is now that it is our turn
    const [home] = await tx.select({ slug: lab.slug }).from(lab).where(eq(lab.id, labId));
    if (!home) throw new Error('An invitation without its lab.');
    const mine = and(eq(membership.labId, labId), eq(membership.userId, person.id));
    const [already] = await tx.select().from(membership).where(mine);
    if (already) return { ...home, role: null };
    const state = invitationState(found);
    if (state !== 'open') throw new TRPCError({ code: 'CONFLICT', message: why[state] });
    await notRemovedSince(tx, found, person.id);
    const change = { labId, userId: person.id, role: found.role };
    await changeMembership(tx, change, 'newcomer');
    const uses = sql`${invitation.uses} + 1`;
    await tx.update(invitation).set({ uses }).where(eq(invitation.id, found.id));
    const about = { role: found.role };
    await recordEvent(tx, { labId, who: person.id, what: 'invitation accepted', about });
    return { ...home, role: found.role };
  });
  if (role) await announceMembership(services, { labId, userId: person.id, role });
  return { slug };
}

/** A link for many does not bring back whom an owner has sent away since it was made. */
async function notRemovedSince(
  tx: Queries,
  { labId, createdAt }: InvitationRow,
  personId: string,
): Promise<void> {
  const removed = await tx.$count(
    labEvent,
    and(
      eq(labEvent.labId, labId),
      eq(labEvent.what, 'person removed'),
      gt(labEvent.at, createdAt),
      sql`${labEvent.about} ->> 'personId' = ${personId}`,
    ),
  );
  if (removed > 0)
    throw new TRPCError({
      code: 'CONFLICT',
      message:
        'You were removed from this lab after this invitation was made. Ask an owner for a new one.',
    });
}
