import { eq } from 'drizzle-orm';
import { fileURLToPath } from 'node:url';
import { lab, room } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';
import { demoSlug } from '../demo.ts';
import { newId } from '../new-id.ts';
import { seedConnectome } from './seed-connectome.ts';
import { seedStarter } from './seed-starter.ts';

export type Seeding = Pick<Services, 'db' | 'storage'>;

const starterFolder = fileURLToPath(new URL('../../../db/starter', import.meta.url));

/**
 * Sees to it that the demo lab is there with its connectome, its starter model and a first room.
 * What is there already is left as it is; a newer starter model is added as a newer version.
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
    if (starter) {
      await tx
        .insert(room)
        .values({ id: newId('room'), labId: demo.id, modelId: starter.modelId, name: 'Demo' })
        .onConflictDoNothing({ target: [room.modelId, room.name] });
    }
    return [column && 'model column', starter?.made && 'starter model'];
  });
  return made.filter(Boolean).join(', ');
}
