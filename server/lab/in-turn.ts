import type { Context } from '../context.ts';
import type { Transaction } from '../jobs/jobs.ts';
import { holdAccount } from './hold-account.ts';
import { lockLab } from './lock-lab.ts';
import { requireRight, type Action, type LabRow, type Standing } from './rights.ts';

/**
 * Changes a lab, one after the other: whoever asks waits for their turn, and only then is their right looked at, so
 * nobody acts by a right that was taken from them meanwhile. What takes long is done before; what is told, after.
 */
export function inTurn<T>(
  { services, person }: Context,
  labId: string,
  action: Action,
  change: (tx: Transaction, lab: LabRow, standing: Standing) => Promise<T>,
): Promise<T> {
  return services.db.transaction(async (tx) => {
    await holdAccount(tx, person);
    await lockLab(tx, labId);
    const asked = await requireRight({ services: { db: tx }, person }, labId, action);
    return change(tx, asked.lab, asked.standing);
  });
}
