import { and, eq, ne, or, sql } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { connectome, keptModel, measurement, model, run, runArtifact } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';
import { filesLock } from '../../storage/index.ts';

/** Somebody may be about to name what was stored a moment ago. */
const justStored = 10 * 60_000; // ms

/**
 * Removes those of some files that nothing in any lab refers to any more, unless they were stored just now. While a
 * backup is being written all of them stay, and take their space.
 */
export async function removeUnneeded(
  { db, storage, log }: Pick<Services, 'db' | 'storage' | 'log'>,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return;
  await db.transaction(async (tx) => {
    const { rows } = await tx.execute(sql`select pg_try_advisory_xact_lock(${filesLock}) as mine`);
    if (rows[0]?.mine !== true) {
      log.warn({ files: hashes.length }, 'files stay: a backup is being written');
      return;
    }
    const storedBefore = new Date(Date.now() - justStored);
    for (const sha256 of new Set(hashes))
      if (!(await isNeeded(tx, sha256))) await storage.remove(sha256, { storedBefore });
  });
}

async function isNeeded(db: Queries, sha256: string): Promise<boolean> {
  const inFiles = (files: ReturnType<typeof sql>) =>
    sql`exists (select 1 from jsonb_each(${files}) as file where file.value ->> 'sha256' = ${sha256})`;
  const counts = [
    () =>
      db.$count(model, or(eq(model.sha256, sha256), inFiles(sql`${model.manifest} -> 'files'`))),
    () =>
      db.$count(
        keptModel,
        or(
          eq(keptModel.sha256, sha256),
          inFiles(sql`${keptModel.detail} -> 'manifest' -> 'files'`),
        ),
      ),
    () => db.$count(measurement, eq(measurement.sha256, sha256)),
    () => db.$count(connectome, eq(connectome.sha256, sha256)),
    () => db.$count(run, or(eq(run.corpusSha256, sha256), eq(run.checkpointSha256, sha256))),
    () => unfinished(db, sha256),
  ];
  for (const found of counts) if ((await found()) > 0) return true;
  return false;
}

/** Files of runs that may still go on; those of a run that succeeded are its model's. */
async function unfinished(db: Queries, sha256: string): Promise<number> {
  const rows = await db
    .select({ runId: run.id })
    .from(runArtifact)
    .innerJoin(run, eq(run.id, runArtifact.runId))
    .where(and(eq(runArtifact.sha256, sha256), ne(run.state, 'succeeded')))
    .limit(1);
  return rows.length;
}
