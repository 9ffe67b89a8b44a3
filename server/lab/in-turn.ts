import type { Queries } from '~/db/client.ts';
import type { SignedIn } from '../context.ts';
import { lockLab } from './lock-lab.ts';
import { requireRight, type Action, type LabRow } from './rights.ts';

/**
 * Changes a lab, one after the other: whoever asks waits for their turn, and only then is their right looked at, so
 * nobody acts by a right that was taken from them meanwhile.
 */
export function inTurn<T>(
  { services, person }: SignedIn,
  labId: string,
  action: Action,
  change: (tx: Queries, lab: LabRow) => Promise<T>,
): Promise<T> {
  return services.db.transaction(async (tx) => {
    await lockLab(tx, labId);
    const { lab: row } = await requireRight({ services: { db: tx }, person }, labId, action);
    return change(tx, row);
  });
}
