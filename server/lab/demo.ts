import { and, eq, notExists } from 'drizzle-orm';
import type { Database } from '~/db/client.ts';
import { lab, membership } from '~/db/schema/index.ts';

/** The lab every server starts with, open to guests. */
export const demoSlug = 'demo';

/** The first account made on a server owns its demo lab; later ones visit it like guests. */
export async function ownDemoIfNobodyDoes(db: Database, userId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const ownerless = notExists(
      tx
        .select({ labId: membership.labId })
        .from(membership)
        .where(and(eq(membership.labId, lab.id), eq(membership.role, 'owner'))),
    );
    // Two first accounts at once: the second waits for the row, and then finds an owner.
    const [demo] = await tx.select().from(lab).where(eq(lab.slug, demoSlug)).for('update');
    if (!demo) return;
    const [free] = await tx
      .select()
      .from(lab)
      .where(and(eq(lab.id, demo.id), ownerless));
    if (free) await tx.insert(membership).values({ labId: free.id, userId, role: 'owner' });
  });
}
