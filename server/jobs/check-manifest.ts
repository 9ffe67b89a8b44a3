import { isDeepStrictEqual } from 'node:util';
import type { ModelManifest } from '~/core/contracts/model.ts';
import { requireArtifact } from './artifact.ts';
import type { Transaction } from './jobs.ts';
import type { RunRow } from './lease.ts';
import { WorkerRefusal } from './refusal.ts';

/**
 * Export and training may differ by float rounding only; beyond this the map would show another model.
 * Latents and probabilities absolutely, logits of more than 1 relatively (export.py).
 */
export const onnxTolerance = 1e-4;

/**
 * A model is taken only if it is of this run: the run's corpus, seed and settings, its files
 * uploaded here with their true lengths, and an export that agrees with what was trained.
 * @throws WorkerRefusal 422 wrong-manifest, missing-artifact, or onnx-differs
 */
export async function checkManifest(
  tx: Transaction,
  row: RunRow,
  manifest: ModelManifest,
): Promise<void> {
  const wrong = (what: string) =>
    new WorkerRefusal(422, 'wrong-manifest', `The manifest does not fit the run: ${what}.`);
  const { recipe, files, figures, size } = manifest;
  const { spec } = row;
  if (spec.kind !== 'train') throw wrong('it was to make no model');
  if (recipe.corpusSha256 !== row.corpusSha256) throw wrong('another corpus');
  if (recipe.seed !== spec.seed) throw wrong('another seed');
  if (!isDeepStrictEqual(recipe.settings, spec.settings)) throw wrong('other settings');
  if (size !== spec.sampling.size) throw wrong('another circuit size');
  if (
    !isDeepStrictEqual(
      figures.sizes?.map((of) => of.size),
      spec.sampling.otherSizes,
    )
  )
    throw wrong('other sizes of circuits');
  if (Boolean(files.weights) !== Boolean(manifest.weights))
    throw wrong('weights and their net go together');
  for (const [name, file] of Object.entries(files)) {
    const { bytes } = await requireArtifact(tx, row.id, file.sha256);
    if (bytes !== file.bytes) throw wrong(`${name} has ${bytes} bytes, not ${file.bytes}`);
  }
  if (!(figures.onnxMaxError <= onnxTolerance)) {
    throw new WorkerRefusal(
      422,
      'onnx-differs',
      `The exported nets differ from the trained ones by ${figures.onnxMaxError}; at most ${onnxTolerance} is allowed.`,
    );
  }
}
