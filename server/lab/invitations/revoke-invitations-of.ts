import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { invitation } from '~/db/schema/index.ts';
import { recordEvent } from '../events/record-event.ts';

/** Whoever is no owner any more must not come back by a link they made: those that are open end with their role. */
export async function revokeInvitationsOf(
  tx: Queries,
  labId: string,
  invitedBy: string,
): Promise<void> {
  const ended = await tx
    .update(invitation)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(invitation.labId, labId),
        eq(invitation.invitedBy, invitedBy),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, sql`clock_timestamp()`),
      ),
    )
    .returning({ role: invitation.role });
  for (const { role } of ended)
    await recordEvent(tx, { labId, who: null, what: 'invitation revoked', about: { role } });
}
