import { and, eq } from 'drizzle-orm';
import type {
  ConnectomeDetail,
  ConnectomeStatistics,
  connectomeDetails,
} from '~/core/contracts/index.ts';
import type { z } from 'zod';
import { connectome } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';
import { recordEvent } from '../events/record-event.ts';
import { newId } from '../new-id.ts';

export type NewConnectome = {
  labId: string;
  /** connectome.safetensors */
  bytes: Uint8Array;
  statistics: ConnectomeStatistics;
  attributes: ConnectomeDetail['attributes'];
  details: z.infer<typeof connectomeDetails>;
  isModel: boolean;
  /** id of a person, or a name where nobody signed in */
  createdBy: string;
  /** id of the person, null where nobody signed in */
  who: string | null;
};

/**
 * Stores a connectome whole or not at all: first the file under its hash, then the one row that makes it known.
 * The same content is kept once a lab; whoever brings it again, or at the same time, gets what is there.
 */
export async function storeConnectome(
  { db, storage }: Pick<Services, 'db' | 'storage'>,
  { bytes, details, statistics, who, ...about }: NewConnectome,
): Promise<{ connectomeId: string; made: boolean }> {
  const { sha256 } = await storage.put(bytes);
  const { neurons, connections, hasPositions } = statistics;
  const { labId } = about;
  const made = await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(connectome)
      .values({
        id: newId('con'),
        ...about,
        ...details,
        sha256,
        statistics,
        neurons,
        connections,
        hasPositions,
      })
      .onConflictDoNothing({ target: [connectome.labId, connectome.sha256] })
      .returning({ id: connectome.id });
    const { name } = details;
    if (row) await recordEvent(tx, { labId, who, what: 'connectome imported', about: { name } });
    return row;
  });
  if (made) return { connectomeId: made.id, made: true };
  const [there] = await db
    .select({ id: connectome.id })
    .from(connectome)
    .where(and(eq(connectome.labId, labId), eq(connectome.sha256, sha256)));
  if (!there) throw new Error('A connectome was there and is gone.');
  return { connectomeId: there.id, made: false };
}
