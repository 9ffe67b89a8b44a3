import { once } from 'node:events';
import { watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { RunEvent, TrainingSettings } from '~/core/contracts/index.ts';
import { modelManifest } from '~/core/contracts/model.ts';
import { openDatabase, type Database } from '~/db/client.ts';
import { model, run, runArtifact, runEvent } from '~/db/schema/index.ts';
import { startPythonWorker } from '../testing/python-worker.ts';
import { startServerProcess, type ServerProcess } from '../testing/server-process.ts';
import { startTestServer } from '../testing/test-server.ts';
import { trainingLab } from '../testing/training-lab.ts';
import { until } from '../testing/until.ts';

/**
 * Wide, so that checkpoints and nets are tens of megabytes and an upload can be cut in the middle; not deep,
 * which takes long to compile.
 */
const wide: Partial<TrainingSettings> = {
  hidden: 512,
  epochs: 6,
  checkpointEveryEpochs: 2,
};

/** What is left of a run, read past the server. */
const reader = (db: Database, runId: string) => ({
  row: async () => {
    const [row] = await db.select().from(run).where(eq(run.id, runId));
    if (!row) throw new Error('the run is gone');
    return row;
  },
  events: () =>
    db.select().from(runEvent).where(eq(runEvent.runId, runId)).orderBy(asc(runEvent.index)),
  artifacts: () => db.select().from(runArtifact).where(eq(runArtifact.runId, runId)),
  models: () => db.select().from(model).where(eq(model.runId, runId)),
});

/** Epochs and their figures, without the time they took. */
const curve = (events: { event: RunEvent }[]) =>
  events.flatMap(({ event }) =>
    event.kind === 'metric'
      ? [{ epoch: event.epoch, values: { ...event.values, seconds: 0 } }]
      : [],
  );

test('kill -9 of the server in mid-upload, in mid-training, and as the model is handed in: as if nothing had been', async () => {
  const home = await startTestServer();
  try {
    const { env } = home.services;
    const partial = path.join(env.dataFolder, 'objects', 'partial');
    const lab = await trainingLab(home);
    const disturbed = (await lab.queue(wide)).id;
    const origin = home.origin;

    await home.restart(async () => {
      const { db, pool } = openDatabase(home.databaseUrl);
      const { row, events } = reader(db, disturbed);
      const port = Number(new URL(origin).port);
      let server: ServerProcess = await startServerProcess({ ...env, port });
      const again = async () => (server = await startServerProcess({ ...env, port }));
      /** Kills the server the moment the next file begins to arrive. */
      const killInUpload = async () => {
        const arriving = watch(partial);
        await once(arriving, 'change');
        await server.kill();
        arriving.close();
        expect(await readdir(partial)).toHaveLength(1); // cut in the middle, and left there
      };
      const worker = await startPythonWorker({ origin, services: { db } }, 'ada');
      try {
        await killInUpload(); // the checkpoint of epoch 2
        await again();
        expect(await readdir(partial)).toEqual([]);
        await until('epoch 3', async () => curve(await events()).some(({ epoch }) => epoch === 3));
        await server.kill(); // in training
        await again();
        await until('the last checkpoint', async () => (await row()).checkpointEpoch === 4);
        await killInUpload(); // a net of the model
        await again();
        await until('an end', async () => (await row()).endedAt);
      } finally {
        worker.kill('SIGKILL');
        await worker.ended;
        await server.kill();
        await pool.end();
      }
    });

    const { db, storage } = home.services;
    const after = reader(db, disturbed);
    expect(await after.row()).toMatchObject({ state: 'succeeded', attempt: 1, error: null });
    const events = await after.events();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, k) => k + 1));
    expect(curve(events).map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6]);
    const [made, ...more] = await after.models();
    expect(more).toEqual([]);
    const artifacts = await after.artifacts();
    expect(artifacts).toHaveLength(6); // two checkpoints, encoder, decoder, map, weights
    for (const { sha256, bytes } of artifacts) expect(await storage.bytes(sha256)).toBe(bytes);
    expect(await readdir(partial)).toEqual([]);

    const { id: quiet } = await lab.queue(wide);
    const worker = await startPythonWorker(home, 'bob');
    const calm = reader(db, quiet);
    await until('an end', async () => (await calm.row()).endedAt).finally(() => {
      worker.kill('SIGKILL');
    });
    await worker.ended;
    expect(curve(events)).toEqual(curve(await calm.events()));
    const [twin] = await calm.models();
    expect(modelManifest.parse(made?.manifest).files).toEqual(
      modelManifest.parse(twin?.manifest).files,
    );
  } finally {
    await home.close();
  }
}, 600_000);
