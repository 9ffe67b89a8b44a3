import { and, desc, eq, gt, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { InvitationSummary, invitationList } from '~/core/contracts/index.ts';
import type { z } from 'zod';
import type { Queries } from '~/db/client.ts';
import { invitation, user } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { formerMember } from '../former-member.ts';
import { requireRight } from '../rights.ts';

/** The links that are still good, newest first; for owners, like all about who belongs here. */
export async function listInvitations(
  ctx: SignedIn,
  labId: string,
): Promise<z.infer<typeof invitationList>> {
  await requireRight(ctx, labId, 'manage');
  const { db, mailer } = ctx.services;
  const good = and(
    eq(invitation.labId, labId),
    isNull(invitation.revokedAt),
    gt(invitation.expiresAt, sql`now()`),
    or(isNull(invitation.maxUses), lt(invitation.uses, invitation.maxUses)),
  );
  return { open: await summariseInvitations(db, good), byMail: mailer !== null };
}

export async function summariseInvitations(
  db: Queries,
  where: SQL | undefined,
): Promise<InvitationSummary[]> {
  const rows = await db
    .select({ invitation, name: user.name })
    .from(invitation)
    .leftJoin(user, eq(user.id, invitation.invitedBy))
    .where(where)
    .orderBy(desc(invitation.createdAt), invitation.id);
  return rows.map(({ invitation: { id, role, uses, maxUses, email, ...row }, name }) => ({
    ...{ id, role, uses, maxUses, email },
    invitedBy: name ?? formerMember,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}
