import { and, desc, eq, isNull } from 'drizzle-orm';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modelManifest, type ModelManifest } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { connectome, model } from '~/db/schema/index.ts';
import type { Storage } from '../../storage/index.ts';
import { nextVersion } from '../models/next-version.ts';
import { newId } from '../new-id.ts';
import { renewModel } from './renew-model.ts';

const fileNames = {
  encoder: 'encoder.onnx',
  decoder: 'decoder.onnx',
  map: 'map.safetensors',
  weights: 'weights.onnx',
} as const;

/**
 * Stores the model that comes with the program unless the lab has it; where the lab's newest has the same networks and
 * another manifest, that one is renewed. `done` says so in words, '' when there was nothing to do. Null when this tree
 * holds no model, or none for the connectome that the lab has.
 *
 * @throws Error, ZodError or StorageRefusal when the files in the tree are damaged
 */
export async function seedStarter(
  tx: Queries,
  storage: Storage,
  { labId, folder }: { labId: string; folder: string },
): Promise<{ modelId: string; done: string } | null> {
  const bytes = await readFile(path.join(folder, 'model.json')).catch(() => null);
  if (bytes === null) return null;
  const manifest = modelManifest.parse(JSON.parse(bytes.toString('utf8')));
  const { sha256 } = await storage.put(bytes);
  for (const [kind, name] of Object.entries(fileNames)) {
    const expected = manifest.files[kind as keyof typeof fileNames]?.sha256;
    if (expected && !(await storage.has(expected)))
      await storage.put(createReadStream(path.join(folder, name)), expected);
  }
  const starters = await tx
    .select()
    .from(model)
    .where(and(eq(model.labId, labId), isNull(model.runId)))
    .orderBy(desc(model.version));
  const there = starters.find((one) => one.sha256 === sha256);
  if (there) return { modelId: there.id, done: '' };
  const [newest] = starters;
  if (newest && sameNetworks(newest.manifest, manifest)) {
    await renewModel(tx, newest, { manifest, sha256 });
    return { modelId: newest.id, done: 'card of the starter model' };
  }
  const modelId = await insertStarter(tx, labId, manifest, sha256);
  return modelId === null ? null : { modelId, done: 'starter model' };
}

const sameNetworks = ({ files: a }: ModelManifest, { files: b }: ModelManifest): boolean =>
  a.encoder.sha256 === b.encoder.sha256 &&
  a.decoder.sha256 === b.decoder.sha256 &&
  a.map.sha256 === b.map.sha256 &&
  a.weights?.sha256 === b.weights?.sha256;

async function insertStarter(
  tx: Queries,
  labId: string,
  manifest: ModelManifest,
  sha256: string,
): Promise<string | null> {
  const trainedOn = manifest.recipe.corpus.connectome.sha256;
  const [from] = await tx
    .select({ id: connectome.id })
    .from(connectome)
    .where(and(eq(connectome.labId, labId), eq(connectome.sha256, trainedOn)));
  if (!from) return null;
  const modelId = newId('mdl');
  const { train, validation, test } = manifest.figures.circuits;
  await tx.insert(model).values({
    id: modelId,
    labId,
    connectomeId: from.id,
    version: await nextVersion(tx, labId),
    name: manifest.name,
    sha256,
    manifest,
    circuits: train + validation + test,
  });
  return modelId;
}
