import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { role, type LabSummary } from '~/core/contracts/index.ts';
import { lab } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { summariseLabs } from './summarise-labs.ts';

/** @throws TRPCError NOT_FOUND also where the lab is there but not for this person */
export async function getLab(ctx: SignedIn, slug: string): Promise<LabSummary> {
  const [found] = await ctx.services.db.select({ id: lab.id }).from(lab).where(eq(lab.slug, slug));
  const { lab: row, standing } = await requireRight(ctx, found?.id ?? '', 'read');
  const member = role.safeParse(standing);
  const [summary] = await summariseLabs(ctx.services.db, [
    { lab: row, role: member.success ? member.data : null },
  ]);
  if (!summary) throw new TRPCError({ code: 'NOT_FOUND' });
  return summary;
}
