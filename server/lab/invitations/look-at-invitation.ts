import { eq } from 'drizzle-orm';
import { role, type InvitationSeen } from '~/core/contracts/index.ts';
import { user } from '~/db/schema/index.ts';
import type { Context } from '../../context.ts';
import { formerMember } from '../former-member.ts';
import { standingIn } from '../rights.ts';
import { findInvitation } from './find-invitation.ts';
import { invitationState } from './invitation-state.ts';

/** What a link leads to, for whoever holds it; of one that is no longer good only why. @throws TRPCError NOT_FOUND */
export async function lookAtInvitation(ctx: Context, token: string): Promise<InvitationSeen> {
  const { db } = ctx.services;
  const found = await findInvitation(db, token);
  const state = invitationState(found);
  if (state !== 'open') return { state };
  const { lab, standing } = await standingIn(ctx, found.labId);
  if (!lab) throw new Error('An invitation without its lab.');
  const [inviter] = await db.select().from(user).where(eq(user.id, found.invitedBy));
  return {
    state,
    lab: { name: lab.name, slug: lab.slug },
    role: found.role,
    invitedBy: inviter?.name ?? formerMember,
    expiresAt: found.expiresAt.toISOString(),
    member: role.safeParse(standing).data ?? null,
  };
}
