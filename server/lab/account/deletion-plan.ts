import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { DeletionPlan } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { lab, membership } from '~/db/schema/index.ts';
import { demoSlug } from '../demo.ts';

/**
 * What becomes of a person's labs without them: those that nobody else is in go with them, those that would be left
 * without an owner stand in the way, the others go on. The demo lab is the server's: it goes on in any case.
 */
export async function deletionPlan(db: Queries, userId: string): Promise<DeletionPlan> {
  const mine = await db
    .select({ id: lab.id, slug: lab.slug, name: lab.name, role: membership.role })
    .from(membership)
    .innerJoin(lab, eq(lab.id, membership.labId))
    .where(eq(membership.userId, userId))
    .orderBy(asc(lab.name), asc(lab.id));
  const others = await db
    .select()
    .from(membership)
    .where(
      and(
        inArray(
          membership.labId,
          mine.map(({ id }) => id),
        ),
        ne(membership.userId, userId),
      ),
    );
  const plan: DeletionPlan = { blocking: [], deleted: [], left: [] };
  for (const { role, ...one } of mine) {
    const staying = others.filter(({ labId }) => labId === one.id);
    const owned = staying.some((other) => other.role === 'owner');
    if (staying.length === 0 && one.slug !== demoSlug) plan.deleted.push(one);
    else if (role === 'owner' && !owned && staying.length > 0) plan.blocking.push(one);
    else plan.left.push(one);
  }
  return plan;
}
