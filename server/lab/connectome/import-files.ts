import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { connectomeDetails, ImportOptions, ImportReport } from '~/core/contracts/index.ts';
import { lab } from '~/db/schema/index.ts';
import { importTables } from '../../import/import-tables.ts';
import type { Services } from '../../services.ts';
import { storeConnectome } from './store-connectome.ts';

export type ImportedFiles = {
  report: ImportReport;
  /** null while an error stands; `made` is false where the lab had the same content already */
  stored: { connectomeId: string; made: boolean } | null;
};

/**
 * Imports two files of this machine for whoever runs the server itself; nobody's rights are asked.
 * @returns null when there is no such lab
 */
export async function importFiles(
  services: Pick<Services, 'db' | 'storage' | 'bus'>,
  given: {
    labSlug: string;
    neurons: string;
    connections: string;
    options: ImportOptions;
    details: z.infer<typeof connectomeDetails>;
  },
): Promise<ImportedFiles | null> {
  const { db, bus } = services;
  const [home] = await db.select({ id: lab.id }).from(lab).where(eq(lab.slug, given.labSlug));
  if (!home) return null;
  const { neurons, connections, options, details } = given;
  const { report, connectome } = await importTables({ neurons, connections, options, write: true });
  if (!connectome || !report.statistics) return { report, stored: null };
  const stored = await storeConnectome(services, {
    labId: home.id,
    bytes: connectome.bytes,
    statistics: report.statistics,
    attributes: connectome.fields,
    details,
    isModel: false,
    createdBy: 'command line',
    who: null,
  });
  await bus.publish({ topic: 'lab', id: home.id });
  return { report, stored };
}
