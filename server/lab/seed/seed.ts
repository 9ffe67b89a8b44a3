import { eq } from 'drizzle-orm';
import { fileURLToPath } from 'node:url';
import { lab } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';
import { demoSlug } from '../demo.ts';
import { newId } from '../new-id.ts';
import { seedConnectome } from './seed-connectome.ts';
import { seedRoom } from './seed-room.ts';
import { seedStarter } from './seed-starter.ts';

export type Seeding = Pick<Services, 'db' | 'storage'>;

const starterFolder = fileURLToPath(new URL('../../../db/starter', import.meta.url));

/**
 * Sees to it that the demo lab is there with its connectome, its starter model and a first room.
 * What is there already is left as it is. A starter model of other networks is added as a newer version; what is new
 * only in words and figures is written over the starter that is there.
 * Returns what was made, in words, or '' when nothing was.
 */
export async function seed({ db, storage }: Seeding, folder = starterFolder): Promise<string> {
  await db
    .insert(lab)
    .values({ id: newId('lab'), slug: demoSlug, name: 'Demo lab', openToGuests: true })
    .onConflictDoNothing({ target: lab.slug });
  const made = await db.transaction(async (tx) => {
    // two servers starting on one database take turns
    const [demo] = await tx.select().from(lab).where(eq(lab.slug, demoSlug)).for('update');
    if (!demo) throw new Error('The demo lab was stored and is not there.');
    const column = await seedConnectome(tx, storage, demo.id);
    const starter = await seedStarter(tx, storage, { labId: demo.id, folder });
    if (starter) await seedRoom(tx, { labId: demo.id, modelId: starter.modelId });
    return [column && 'model column', starter?.done];
  });
  return made.filter(Boolean).join(', ');
}
