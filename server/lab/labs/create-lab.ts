import { TRPCError } from '@trpc/server';
import type { LabSummary } from '~/core/contracts/index.ts';
import { lab, membership } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { newId } from '../new-id.ts';
import { slugCandidates } from './slug.ts';
import { summariseLabs } from './summarise-labs.ts';

const tries = 50;

/** A new lab, closed to guests, owned by whoever makes it. */
export async function createLab({ services, person }: SignedIn, name: string): Promise<LabSummary> {
  const made = await services.db.transaction(async (tx) => {
    const candidates = slugCandidates(name);
    for (let i = 0; i < tries; i++) {
      const [row] = await tx
        .insert(lab)
        .values({ id: newId('lab'), slug: candidates.next().value, name })
        .onConflictDoNothing({ target: lab.slug })
        .returning();
      if (!row) continue;
      await tx.insert(membership).values({ labId: row.id, userId: person.id, role: 'owner' });
      const about = { name: row.name };
      await recordEvent(tx, { labId: row.id, who: person.id, what: 'lab created', about });
      return row;
    }
    throw new TRPCError({ code: 'CONFLICT', message: 'Many labs have this name; choose another.' });
  });
  const [summary] = await summariseLabs(services.db, [{ lab: made, role: 'owner' }]);
  if (!summary) throw new Error('The lab was stored and is not there.');
  return summary;
}
