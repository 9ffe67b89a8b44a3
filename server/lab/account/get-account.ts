import { asc, eq } from 'drizzle-orm';
import { signInWay, type AccountDetail } from '~/core/contracts/index.ts';
import { account, user } from '~/db/schema/index.ts';
import { accountCode } from '../../auth/account-code.ts';
import { knownEmail } from '../../auth/orcid.ts';
import type { SignedIn } from '../../context.ts';

/** The account of whoever asks, with the ways it can be entered by. */
export async function getAccount({ services: { db }, person }: SignedIn): Promise<AccountDetail> {
  const [row] = await db.select().from(user).where(eq(user.id, person.id));
  if (!row) throw new Error('A session without its account.');
  const ways = await db
    .select({ provider: account.providerId, since: account.createdAt })
    .from(account)
    .where(eq(account.userId, person.id))
    .orderBy(asc(account.createdAt));
  return {
    name: row.name,
    email: knownEmail(row.email),
    emailVerified: row.emailVerified,
    code: accountCode(row.id),
    createdAt: row.createdAt.toISOString(),
    ways: ways.flatMap(({ provider, since }) => {
      const way = signInWay.safeParse(provider);
      return way.success ? [{ way: way.data, since: since.toISOString() }] : [];
    }),
  };
}
