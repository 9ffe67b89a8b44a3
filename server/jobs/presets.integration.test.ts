import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { edgesOf } from '~/core/decoder/index.ts';
import type { ModelManifest, PresetId, TrainSpec } from '~/core/contracts/index.ts';
import { presets } from '~/core/contracts/presets.ts';
import { observedCircuit, readMap } from '~/core/latent/index.ts';
import { guessedOptions } from '../import/guessed-options.ts';
import { importFiles } from '../lab/connectome/import-files.ts';
import { seedConnectome } from '../lab/seed/seed-connectome.ts';
import { caller, signUp, type SignedUp } from '../testing/people.ts';
import { startPythonWorker, type PythonWorker } from '../testing/python-worker.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

vi.setConfig({ testTimeout: 900_000 }); // each compiles and trains for real

const worm = fileURLToPath(
  new URL('../../../shared/data/c-elegans-hermaphrodite', import.meta.url),
);

let server: TestServer;
let owner: SignedUp;
let lab: { id: string; slug: string };
let worker: PythonWorker;

beforeAll(async () => {
  server = await startTestServer();
  owner = await signUp(server, 'Ada');
  lab = await (await caller(server, owner)).lab.create({ name: 'Presets' });
  worker = await startPythonWorker(server, 'ada');
});
afterAll(async () => {
  worker.kill('SIGKILL');
  await worker.ended;
  await server.close();
});

function preset(id: PresetId) {
  const found = presets.find((one) => one.id === id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
}

/** Queues as the page does, waits for the end, and gives the model that a room would open. */
async function trained(
  connectomeId: string,
  id: PresetId,
  less: Partial<TrainSpec['settings']> = {},
  counts = preset(id).counts,
): Promise<{ manifest: ModelManifest; runId: string; modelId: string }> {
  const api = await caller(server, owner);
  const { settings, size } = preset(id);
  const sampling = { ...(await api.connectome.defaultRecipe({ connectomeId })), size, counts };
  const spec: TrainSpec = {
    kind: 'train',
    connectomeId,
    name: `Preset ${id}`,
    sampling,
    preset: id,
    settings: { ...settings, ...less },
    seed: 1,
  };
  const { id: runId } = await api.run.create({ spec });
  const { error, modelId } = await until(
    `${id} ends`,
    async () => {
      const run = await api.run.get({ runId });
      return run.endedAt !== null && run;
    },
    850_000, // compiling the large one takes a minute, and many times that on a machine at work
  );
  if (modelId === null) throw new Error(error ?? 'no model');
  const { manifest } = await api.model.get({ modelId });
  return { manifest, runId, modelId };
}

async function mapOf({ files }: ModelManifest) {
  return readMap(Uint8Array.from(await server.services.storage.read(files.map.sha256)));
}

test.skipIf(!existsSync(worm))(
  'C. elegans as it is (no positions, self-connections) becomes a model with a map: smoke preset, graph neighbourhoods',
  async () => {
    const [neurons, connections] = ['nodes.csv', 'edgelist.csv'].map((name) =>
      path.join(worm, name),
    ) as [string, string];
    const imported = await importFiles(server.services, {
      ...{ labSlug: lab.slug, neurons, connections },
      options: await guessedOptions(neurons, connections),
      details: { name: 'C. elegans', source: '', licence: '', citation: '' },
    });
    if (!imported?.stored) throw new Error('not imported');
    expect(imported.report.statistics?.selfConnections).toBeGreaterThan(0);

    // its settings but for the epochs: the stories train all of them
    const { manifest, modelId } = await trained(imported.stored.connectomeId, 'smoke', {
      epochs: 3,
    });
    expect(manifest).toMatchObject({ hasPositions: false, selfEdges: true });
    expect(manifest.recipe.corpus.recipe.method).toBe('neighbourhood');
    const { edges, metricR2Mean } = manifest.figures;
    for (const { auc, ap } of [edges.model, edges.conditionsOnly, edges.distanceType]) {
      expect(auc).toBeGreaterThan(0);
      expect(ap).toBeGreaterThan(0);
    }
    expect(Number.isFinite(metricR2Mean)).toBe(true);

    const map = await mapOf(manifest);
    const own = Array.from({ length: map.circuits }, (_, k) =>
      edgesOf(observedCircuit(map, k)).filter(([pre, post]) => pre === post),
    );
    expect(own.flat().length).toBeGreaterThan(0); // kept in the map, to be drawn
    const room = await (await caller(server, owner)).room.create({ modelId, name: 'Worm' });
    expect(room.model.id).toBe(modelId);
  },
);

test('the large preset on the CPU: its own network and batch at N 128, two steps', async () => {
  await seedConnectome(server.services.db, server.services.storage, lab.id);
  const api = await caller(server, owner);
  const listed = await api.connectome.list({ labId: lab.id });
  const column = listed.find(({ isModel }) => isModel);
  if (!column) throw new Error('no model column');
  const { batch, latentZ, latentU } = preset('large').settings;
  const { manifest } = await trained(
    column.id,
    'large',
    { circuitsPerEpoch: batch, epochs: 2, blueprintFromEpoch: 1, checkpointEveryEpochs: 1 },
    { train: 24, validation: 8, test: 8 },
  );
  expect(manifest).toMatchObject({ size: 128, latent: { z: latentZ, u: latentU } });
  expect(manifest.recipe.settings).toMatchObject({ hidden: 192, layers: 4, batch: 64 });
  expect(manifest.figures.onnxMaxError).toBeLessThanOrEqual(1e-4);
  const map = await mapOf(manifest);
  expect(observedCircuit(map, 0).n).toBe(128);
});
