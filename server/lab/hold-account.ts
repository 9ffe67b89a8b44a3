import { eq } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { user } from '~/db/schema/index.ts';
import type { Person } from '../auth/person.ts';

/**
 * Sees to it that the account of whoever asks stays to the end of the transaction. Before the lab is held: whoever deletes
 * an account takes the same order.
 */
export async function holdAccount(tx: Queries, person: Person | null): Promise<void> {
  if (person)
    await tx.select({ id: user.id }).from(user).where(eq(user.id, person.id)).for('key share');
}
