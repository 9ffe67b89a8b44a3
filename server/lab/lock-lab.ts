import { eq } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { lab } from '~/db/schema/index.ts';

/** Waits until nobody else changes who belongs to the lab; held to the end of the transaction. */
export async function lockLab(tx: Queries, labId: string): Promise<void> {
  await tx.select({ id: lab.id }).from(lab).where(eq(lab.id, labId)).for('no key update');
}
