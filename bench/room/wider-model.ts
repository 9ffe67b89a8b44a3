import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { starterFolder, workerFolder, workerPython } from '~/db/starter/files.ts';
import { starterCorpus } from '~/db/starter/recipe.ts';
import type { SamplingRecipe } from '~/core/contracts/index.ts';

/** The worker's own steps from a corpus to a map, with networks that are there already. */
const script = `
import json, sys
from pathlib import Path
from latentome_worker.corpus import FOLDS, read_corpus
from latentome_worker.manifest import _file, write_manifest
from latentome_worker.map import write_map
from latentome_worker.network import OnnxNetwork
from latentome_worker.sampling import map_circuits
folder = Path(sys.argv[1])
corpus = read_corpus(folder / "corpus.safetensors")
circuits = map_circuits(corpus)
network = OnnxNetwork(folder)
encoded = {
    fold: network.encode(corpus.conditions(circuits[fold]), corpus.wiring(circuits[fold]))
    for fold in FOLDS
}
write_map(folder / "map.safetensors", corpus, circuits, encoded)
manifest = json.loads((folder / "model.json").read_text())
manifest["files"]["map"] = _file(folder / "map.safetensors")
manifest["size"] = corpus.header["recipe"]["size"]
manifest["name"] = sys.argv[2]
manifest["figures"]["circuits"] = {fold: len(circuits[fold]) for fold in FOLDS}
write_manifest(folder / "model.json", manifest)`;

/**
 * Writes into `folder` a model with the networks of the starter model over other circuits of the same column: sampled,
 * encoded and measured as a run does it. Needs gpu-worker/.venv.
 */
export function widerModel(
  folder: string,
  name: string,
  changes: Pick<SamplingRecipe, 'size' | 'counts'>,
): void {
  for (const file of ['model.json', 'encoder.onnx', 'decoder.onnx'])
    copyFileSync(join(starterFolder, file), join(folder, file));
  writeFileSync(join(folder, 'corpus.safetensors'), starterCorpus(changes).bytes);
  const ran = spawnSync(workerPython, ['-c', script, folder, name], {
    cwd: workerFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (ran.error) throw ran.error;
  if (ran.status !== 0) throw new Error(`The map of ${name} could not be made.`);
}
