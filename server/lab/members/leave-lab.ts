import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { announceMembership, changeMembership } from './change-membership.ts';

/** Every member may leave. @throws TRPCError CONFLICT for the only owner */
export async function leaveLab(ctx: SignedIn, labId: string): Promise<void> {
  const change = { labId, userId: ctx.person.id, role: null };
  await inTurn(ctx, labId, 'read', async (tx) => {
    const before = await changeMembership(tx, change, 'member');
    const about = before ? { before } : {};
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'person left', about });
  });
  await announceMembership(ctx.services, change);
}
