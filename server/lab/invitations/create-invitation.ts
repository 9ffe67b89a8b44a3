import { eq, sql } from 'drizzle-orm';
import type { InvitationMade, NewInvitation } from '~/core/contracts/index.ts';
import { invitation } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { newId } from '../new-id.ts';
import { serverAddress } from '../server-address.ts';
import { newInvitationToken, hashOfToken } from './invitation-token.ts';
import { summariseInvitations } from './list-invitations.ts';
import { mailInvitation, mayMail } from './mail-invitation.ts';

/**
 * Makes a link that lets people in. It is said this once: only its hash is kept. With an address the link goes there
 * too, where this server can send mail.
 *
 * @throws TRPCError BAD_REQUEST for an address where it cannot, TOO_MANY_REQUESTS beyond what one person may send
 */
export async function createInvitation(
  ctx: SignedIn,
  { labId, role, days, maxUses, email }: NewInvitation,
): Promise<InvitationMade> {
  const token = newInvitationToken();
  const id = newId('inv');
  const who = ctx.person.id;
  const labName = await inTurn(ctx, labId, 'manage', async (tx, { name }) => {
    if (email !== null) await mayMail(ctx, tx);
    await tx.insert(invitation).values({
      ...{ id, labId, role, maxUses, email },
      tokenHash: hashOfToken(token),
      invitedBy: who,
      expiresAt: sql`clock_timestamp() + ${days} * interval '1 day'`,
    });
    await recordEvent(tx, { labId, who, what: 'invitation made', about: { role } });
    return name;
  });
  await ctx.services.bus.publish({ topic: 'lab', id: labId });
  const [made] = await summariseInvitations(ctx.services.db, eq(invitation.id, id));
  if (!made) throw new Error('An invitation is gone in the moment it was made.');
  const url = `${serverAddress(ctx)}/invite/${token}`;
  const mailed =
    email === null ? null : await mailInvitation(ctx, { ...made, email, labName, url });
  return { invitation: made, url, mailed };
}
