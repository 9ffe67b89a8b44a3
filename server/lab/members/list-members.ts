import { asc, eq } from 'drizzle-orm';
import type { Member } from '~/core/contracts/index.ts';
import { membership, user } from '~/db/schema/index.ts';
import { knownEmail } from '../../auth/orcid.ts';
import type { SignedIn } from '../../context.ts';
import { may, requireRight } from '../rights.ts';

/** Everybody in the lab, longest first; addresses are for owners only. */
export async function listMembers(ctx: SignedIn, labId: string): Promise<Member[]> {
  const { standing } = await requireRight(ctx, labId, 'read');
  const rows = await ctx.services.db
    .select({
      member: membership,
      name: user.name,
      email: user.email,
      verified: user.emailVerified,
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(eq(membership.labId, labId))
    .orderBy(asc(membership.createdAt), asc(user.name));
  return rows.map(({ member, name, email, verified }) => {
    const shown = may(standing, 'manage') || member.userId === ctx.person.id;
    return {
      userId: member.userId,
      name,
      email: shown ? knownEmail(email) : null,
      emailVerified: shown && knownEmail(email) !== null ? verified : null,
      role: member.role,
      since: member.createdAt.toISOString(),
    };
  });
}
