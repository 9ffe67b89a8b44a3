import { TRPCError } from '@trpc/server';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { invitation } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';

/** From here on the link lets nobody in; who came by it stays. @throws TRPCError NOT_FOUND */
export async function revokeInvitation(
  ctx: SignedIn,
  { labId, invitationId }: { labId: string; invitationId: string },
): Promise<void> {
  await inTurn(ctx, labId, 'manage', async (tx) => {
    const [row] = await tx
      .update(invitation)
      .set({ revokedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(invitation.id, invitationId),
          eq(invitation.labId, labId),
          isNull(invitation.revokedAt),
        ),
      )
      .returning({ role: invitation.role });
    if (!row)
      throw new TRPCError({ code: 'NOT_FOUND', message: 'This lab has no such open invitation.' });
    const by = { labId, who: ctx.person.id };
    await recordEvent(tx, { ...by, what: 'invitation revoked', about: row });
  });
  await ctx.services.bus.publish({ topic: 'lab', id: labId });
}
