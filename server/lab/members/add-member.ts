import { TRPCError } from '@trpc/server';
import { and, eq, ne } from 'drizzle-orm';
import type { Role } from '~/core/contracts/index.ts';
import { user } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { changeMembership } from './change-membership.ts';

export type Newcomer = { labId: string; role: Role } & ({ email: string } | { userId: string });

/** @throws TRPCError NOT_FOUND when nobody has an account under this address; guests have none */
export async function addMember(ctx: SignedIn, newcomer: Newcomer): Promise<void> {
  const { labId, role } = newcomer;
  await requireRight(ctx, labId, 'manage');
  const named =
    'email' in newcomer
      ? eq(user.email, newcomer.email.toLowerCase())
      : eq(user.id, newcomer.userId);
  const [found] = await ctx.services.db
    .select({ id: user.id })
    .from(user)
    .where(and(named, ne(user.isAnonymous, true)));
  if (!found) {
    throw new TRPCError({
      code: 'NOT_FOUND',
      message: 'Nobody has an account under this address yet. Ask them to sign up first.',
    });
  }
  await changeMembership(ctx.services, { labId, userId: found.id, role }, 'newcomer');
}
