import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { changeMembership } from './change-membership.ts';

/** Owners remove anybody; everybody may leave. */
export async function removeMember(
  ctx: SignedIn,
  { labId, userId }: { labId: string; userId: string },
): Promise<void> {
  await requireRight(ctx, labId, userId === ctx.person.id ? 'read' : 'manage');
  await changeMembership(ctx.services, { labId, userId, role: null }, 'member');
}
