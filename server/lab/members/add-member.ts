import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { Role } from '~/core/contracts/index.ts';
import { user } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { requireRight } from '../rights.ts';
import { announceMembership, changeMembership } from './change-membership.ts';
import { accountWhere } from './find-account.ts';

export type Newcomer = { labId: string; role: Role } & ({ email: string } | { userId: string });

/**
 * Adds an account. By address alone only where the address is proved: this server sends no mail by itself, so anybody
 * could have signed up under it. Otherwise the owner looks at what `findAccount` says and adds the account it found.
 *
 * @throws TRPCError NOT_FOUND when there is no such account, PRECONDITION_FAILED for an address that is not verified
 */
export async function addMember(ctx: SignedIn, newcomer: Newcomer): Promise<void> {
  const { labId, role } = newcomer;
  await requireRight(ctx, labId, 'manage');
  const found = await accountWhere(
    ctx,
    'email' in newcomer
      ? eq(user.email, newcomer.email.toLowerCase())
      : eq(user.id, newcomer.userId),
  );
  if ('email' in newcomer && !found.emailVerified)
    throw new TRPCError({
      code: 'PRECONDITION_FAILED',
      message:
        'This address is not verified: anybody could have signed up under it. ' +
        'Find the account first, compare its code with the person, and add the account.',
    });
  const change = { labId, userId: found.id, role };
  await inTurn(ctx, labId, 'manage', async (tx) => {
    await changeMembership(tx, change, 'newcomer');
    const about = { personId: found.id, role };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'person added', about });
  });
  await announceMembership(ctx.services, change);
}
