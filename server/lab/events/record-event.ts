import type { LabDeed } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { labEvent } from '~/db/schema/index.ts';

export type NewEvent = LabDeed & {
  labId: string;
  /** id of a person; null: the server itself, or who runs it */
  who: string | null;
};

/** Writes down what happened, in the transaction that does it: the one is not without the other. */
export async function recordEvent(tx: Queries, event: NewEvent): Promise<void> {
  await tx.insert(labEvent).values(event);
}
