import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { announceMembership, changeMembership } from './change-membership.ts';
import { leaveLab } from './leave-lab.ts';

/** Owners remove anybody; to remove oneself is to leave. */
export async function removeMember(
  ctx: SignedIn,
  { labId, userId }: { labId: string; userId: string },
): Promise<void> {
  if (userId === ctx.person.id) return leaveLab(ctx, labId);
  const change = { labId, userId, role: null };
  await inTurn(ctx, labId, 'manage', async (tx) => {
    const before = await changeMembership(tx, change, 'member');
    const about = { personId: userId, ...(before && { before }) };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'person removed', about });
  });
  await announceMembership(ctx.services, change);
}
