import { and, asc, eq, ne, notExists } from 'drizzle-orm';
import type { Database, Queries } from '~/db/client.ts';
import { lab, membership, user } from '~/db/schema/index.ts';
import { recordEvent } from './events/record-event.ts';

/** The lab every server starts with, open to guests. */
export const demoSlug = 'demo';

/** The first account made on a server owns its demo lab; later ones visit it like guests. */
export async function ownDemoIfNobodyDoes(db: Database, userId: string): Promise<void> {
  await db.transaction((tx) => giveDemo(tx, userId));
}

/** After its owner's account is gone the demo lab goes to who has been here longest, or waits for the next account. */
export async function passDemoOn(tx: Queries): Promise<void> {
  const [eldest] = await tx
    .select({ id: user.id })
    .from(user)
    .where(ne(user.isAnonymous, true))
    .orderBy(asc(user.createdAt), asc(user.id))
    .limit(1);
  if (eldest) await giveDemo(tx, eldest.id);
}

async function giveDemo(tx: Queries, userId: string): Promise<void> {
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
  if (!free) return;
  const role = 'owner';
  await tx.insert(membership).values({ labId: free.id, userId, role });
  const about = { personId: userId, role } as const;
  await recordEvent(tx, { labId: free.id, who: null, what: 'person added', about });
}
