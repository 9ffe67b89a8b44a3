import { TRPCError } from '@trpc/server';
import { and, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { InvitationSummary } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { invitation } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';

/** Letters one person may have this server send in an hour: it is no machine for unwanted mail. */
const mostAnHour = 30;

/** @throws TRPCError BAD_REQUEST where the server sends no mail, TOO_MANY_REQUESTS */
export async function mayMail({ services, person }: SignedIn, tx: Queries): Promise<void> {
  if (services.mailer === null)
    throw new TRPCError({
      code: 'BAD_REQUEST',
      message: 'This server sends no mail. Make the link and give it to them yourself.',
    });
  const sent = await tx.$count(
    invitation,
    and(
      eq(invitation.invitedBy, person.id),
      isNotNull(invitation.email),
      gt(invitation.createdAt, sql`now() - interval '1 hour'`),
    ),
  );
  if (sent >= mostAnHour)
    throw new TRPCError({
      code: 'TOO_MANY_REQUESTS',
      message: `You have sent ${mostAnHour} invitations by mail in this hour. Give the link by hand, or wait.`,
    });
}

/** Sends the link; false when the mail server did not take it, for then it is to be given by hand. */
export async function mailInvitation(
  { services: { mailer, log }, person }: SignedIn,
  given: Pick<InvitationSummary, 'role' | 'expiresAt'> & {
    email: string;
    labName: string;
    url: string;
  },
): Promise<boolean> {
  if (mailer === null) return false;
  const { email, labName, role, expiresAt, url } = given;
  try {
    await mailer.send({
      to: email,
      subject: `Invitation to ${labName} on Latentome`,
      text: [
        `${person.name} invites you to the lab "${labName}" on Latentome as ${role}.`,
        `Open this link to come in; it is good until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC:`,
        url,
        'If you do not know what this is about, leave the link alone; nothing happens then.',
      ].join('\n\n'),
    });
    return true;
  } catch (error) {
    log.warn({ err: error }, 'an invitation was not sent');
    return false;
  }
}
