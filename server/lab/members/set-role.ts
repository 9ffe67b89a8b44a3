import type { Role } from '~/core/contracts/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { announceMembership, changeMembership } from './change-membership.ts';

/** @throws TRPCError CONFLICT when the lab would be left without an owner */
export async function setRole(
  ctx: SignedIn,
  change: { labId: string; userId: string; role: Role },
): Promise<void> {
  const { labId, userId, role } = change;
  await inTurn(ctx, labId, 'manage', async (tx) => {
    const before = await changeMembership(tx, change, 'member');
    if (before === role) return;
    const about = { personId: userId, role, ...(before && { before }) };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'role changed', about });
  });
  await announceMembership(ctx.services, change);
}
