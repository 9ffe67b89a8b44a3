import { eq } from 'drizzle-orm';
import type { ModelManifest } from '~/core/contracts/model.ts';
import { circuitsOnMap } from '~/core/contracts/sampling.ts';
import type { CompleteResponse } from '~/core/contracts/worker.ts';
import { lab, model, run } from '~/db/schema/index.ts';
import { recordEvent } from '~/server/lab/events/record-event.ts';
import { nextVersion } from '~/server/lab/models/next-version.ts';
import { newId } from '~/server/lab/new-id.ts';
import { announceRun } from './announce.ts';
import { checkManifest } from './check-manifest.ts';
import { endRun } from './end-run.ts';
import type { Jobs, Transaction } from './jobs.ts';
import { bearsToken, holdLease, lockRun, type PresentedLease, type RunRow } from './lease.ts';
import { note } from './record.ts';
import { leaseLost, WorkerRefusal } from './refusal.ts';
import { storeManifest } from './store-manifest.ts';

/**
 * Makes the model of a run, exactly once, in one transaction. A repeat after a lost answer gets the
 * same answer. A run somebody cancelled meanwhile ends cancelled.
 * @throws WorkerRefusal 409 lease-lost or cancelled, 422 as checkManifest
 */
export async function completeRun(
  jobs: Jobs,
  lease: PresentedLease,
  manifest: ModelManifest,
): Promise<CompleteResponse> {
  const sha256 = await storeManifest(jobs.storage, manifest);
  const { row, made } = await jobs.db.transaction(async (tx) => {
    const before = await lockRun(tx, lease.runId);
    if (before?.state === 'succeeded' && bearsToken(before, lease)) {
      return { row: before, made: await sameAgain(tx, before.id, sha256) };
    }
    const row = await holdLease(tx, lease);
    if (row.cancelRequested) {
      await endRun(tx, row.id, 'cancelled', null);
      await note(tx, row, 'info', 'Cancelled as it was finishing; the model was not kept.');
      return { row, made: null };
    }
    await checkManifest(tx, row, manifest);
    const made = await insertModel(tx, row, manifest, sha256);
    await endRun(tx, row.id, 'succeeded', null);
    await tx.update(run).set({ progress: 1 }).where(eq(run.id, row.id));
    await note(tx, row, 'info', `Model ${made.version} of this lab is made.`);
    return { row, made };
  });
  await announceRun(jobs, row);
  if (!made) throw new WorkerRefusal(409, 'cancelled', 'The run was cancelled.');
  return made;
}

async function insertModel(
  tx: Transaction,
  row: RunRow,
  manifest: ModelManifest,
  sha256: string,
): Promise<CompleteResponse> {
  // two runs of one lab ending at once take their version numbers one after the other
  await tx.select().from(lab).where(eq(lab.id, row.labId)).for('no key update');
  const version = await nextVersion(tx, row.labId);
  const modelId = newId('mdl');
  await tx.insert(model).values({
    id: modelId,
    labId: row.labId,
    connectomeId: row.connectomeId,
    runId: row.id,
    version,
    name: row.name,
    sha256,
    manifest,
    circuits: circuitsOnMap(manifest.recipe.corpus.recipe),
  });
  const { labId, name, createdBy: who } = row;
  const about = { name: `${name}, version ${version}` };
  await recordEvent(tx, { labId, who, what: 'model made', about });
  return { modelId, version, sha256 };
}

async function sameAgain(
  tx: Transaction,
  runId: string,
  sha256: string,
): Promise<CompleteResponse> {
  const [made] = await tx
    .select({ modelId: model.id, version: model.version, sha256: model.sha256 })
    .from(model)
    .where(eq(model.runId, runId));
  if (made?.sha256 !== sha256) throw leaseLost();
  return made;
}
