import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { measurementResult, type RunSpec } from '~/core/contracts/index.ts';
import type { MeasuredRequest, MeasuredResponse } from '~/core/contracts/worker.ts';
import { measurement, run } from '~/db/schema/index.ts';
import { recordEvent } from '~/server/lab/events/record-event.ts';
import { newId } from '~/server/lab/new-id.ts';
import { announceRun } from './announce.ts';
import { requireArtifact } from './artifact.ts';
import { endRun } from './end-run.ts';
import type { Jobs, Transaction } from './jobs.ts';
import { bearsToken, holdLease, lockRun, type PresentedLease, type RunRow } from './lease.ts';
import { note } from './record.ts';
import { leaseLost, WorkerRefusal } from './refusal.ts';

const largestResult = 16_000_000; // bytes; every metric, null and task there is takes about one million

/**
 * Takes the result of a measurement, exactly once. A repeat after a lost answer gets the same answer. A run
 * somebody cancelled meanwhile ends cancelled.
 * @throws WorkerRefusal 409 lease-lost or cancelled, 422 missing-artifact or wrong-result
 */
export async function completeMeasurement(
  jobs: Jobs,
  lease: PresentedLease,
  { sha256 }: Pick<MeasuredRequest, 'sha256'>,
): Promise<MeasuredResponse> {
  const { row, made } = await jobs.db.transaction(async (tx) => {
    const before = await lockRun(tx, lease.runId);
    if (before?.state === 'succeeded' && bearsToken(before, lease))
      return { row: before, made: await sameAgain(tx, before.id, sha256) };
    const row = await holdLease(tx, lease);
    if (row.cancelRequested) {
      await endRun(tx, row.id, 'cancelled', null);
      await note(tx, row, 'info', 'Cancelled as it was finishing; the result was not kept.');
      return { row, made: null };
    }
    const made = await insertMeasurement(jobs, tx, row, sha256);
    await endRun(tx, row.id, 'succeeded', null);
    await tx.update(run).set({ progress: 1 }).where(eq(run.id, row.id));
    await note(tx, row, 'info', 'The result is kept with the model.');
    return { row, made };
  });
  await announceRun(jobs, row);
  if (!made) throw new WorkerRefusal(409, 'cancelled', 'The run was cancelled.');
  return made;
}

async function insertMeasurement(
  jobs: Jobs,
  tx: Transaction,
  row: RunRow,
  sha256: string,
): Promise<MeasuredResponse> {
  const { bytes } = await requireArtifact(tx, row.id, sha256);
  const spec = await checkResult(jobs, row, sha256, bytes);
  const measurementId = newId('msr');
  await tx.insert(measurement).values({
    id: measurementId,
    labId: row.labId,
    modelId: spec.model.id,
    runId: row.id,
    name: row.name,
    sha256,
    bytes,
  });
  const { labId, name, createdBy: who } = row;
  await recordEvent(tx, { labId, who, what: 'measurement made', about: { name } });
  return { measurementId, sha256 };
}

/** A result is taken only if it is well formed and of this very run: its spec and its corpus. */
async function checkResult(
  { storage }: Jobs,
  row: RunRow,
  sha256: string,
  bytes: number,
): Promise<Extract<RunSpec, { kind: 'measure' }>> {
  const wrong = (what: string) =>
    new WorkerRefusal(422, 'wrong-result', `The result does not fit the run: ${what}.`);
  if (row.spec.kind !== 'measure') throw wrong('it was to train a model');
  if (bytes > largestResult) throw wrong(`it has ${bytes} bytes`);
  const text = new TextDecoder().decode(await storage.read(sha256));
  const read = measurementResult.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw wrong(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}`);
  }
  if (read.data.corpusSha256 !== row.corpusSha256) throw wrong('another corpus');
  if (!isDeepStrictEqual(read.data.spec, row.spec)) throw wrong('another spec');
  return row.spec;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function sameAgain(
  tx: Transaction,
  runId: string,
  sha256: string,
): Promise<MeasuredResponse> {
  const [made] = await tx
    .select({ measurementId: measurement.id, sha256: measurement.sha256 })
    .from(measurement)
    .where(eq(measurement.runId, runId));
  if (made?.sha256 !== sha256) throw leaseLost();
  return made;
}
