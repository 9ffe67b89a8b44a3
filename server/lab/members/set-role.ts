import type { Role } from '~/core/contracts/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { changeMembership } from './change-membership.ts';

export async function setRole(
  ctx: SignedIn,
  change: { labId: string; userId: string; role: Role },
): Promise<void> {
  await requireRight(ctx, change.labId, 'manage');
  await changeMembership(ctx.services, change, 'member');
}
