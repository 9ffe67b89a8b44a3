import { TRPCError } from '@trpc/server';
import { and, eq, ne, type SQL } from 'drizzle-orm';
import type { FoundAccount } from '~/core/contracts/index.ts';
import { user } from '~/db/schema/index.ts';
import { accountCode } from '../../auth/account-code.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';

/**
 * The account under an address, to be looked at before it is added: an address is not proof of a person.
 * @throws TRPCError NOT_FOUND when nobody has one; guests have none
 */
export async function findAccount(
  ctx: SignedIn,
  { labId, email }: { labId: string; email: string },
): Promise<FoundAccount> {
  await requireRight(ctx, labId, 'manage');
  const found = await accountWhere(ctx, eq(user.email, email.toLowerCase()));
  const { id, name, emailVerified, createdAt } = found;
  return {
    ...{ userId: id, name, email: found.email, emailVerified },
    since: createdAt.toISOString(),
    code: accountCode(id),
  };
}

/** @throws TRPCError NOT_FOUND */
export async function accountWhere({ services }: SignedIn, named: SQL) {
  const [found] = await services.db
    .select()
    .from(user)
    .where(and(named, ne(user.isAnonymous, true)));
  if (!found)
    throw new TRPCError({
      code: 'NOT_FOUND',
      message: 'Nobody has an account under this address yet. Ask them to sign up first.',
    });
  return found;
}
