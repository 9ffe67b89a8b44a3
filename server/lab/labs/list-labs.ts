import { and, asc, eq, isNotNull, or } from 'drizzle-orm';
import type { LabSummary } from '~/core/contracts/index.ts';
import { lab, membership } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { summariseLabs } from './summarise-labs.ts';

/** My labs and those open to guests, by name. */
export async function listLabs({ services, person }: SignedIn): Promise<LabSummary[]> {
  const rows = await services.db
    .select({ lab, role: membership.role })
    .from(lab)
    .leftJoin(membership, and(eq(membership.labId, lab.id), eq(membership.userId, person.id)))
    .where(or(isNotNull(membership.role), eq(lab.openToGuests, true)))
    .orderBy(asc(lab.name));
  return summariseLabs(services.db, rows);
}
