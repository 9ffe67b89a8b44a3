import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { starterFiles, workerFolder, workerPython } from './files.ts';
import { starterCorpus, starterSpec } from './recipe.ts';

/**
 * `npm run starter`: makes the starter model again, from the seed of the column to the files beside this script.
 * Needs gpu-worker/.venv; takes a few minutes on two cores.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'latentome-starter-'));
try {
  const { bytes, recipe } = starterCorpus();
  const corpus = path.join(folder, 'corpus.safetensors');
  const spec = path.join(folder, 'spec.json');
  writeFileSync(corpus, bytes);
  writeFileSync(spec, JSON.stringify(starterSpec(recipe)));
  const command = ['-m', 'latentome_worker', 'train', '--corpus', corpus, '--spec', spec];
  const ended = spawnSync(workerPython, [...command, '--out', folder], {
    cwd: workerFolder,
    stdio: 'inherit',
  });
  if (ended.error) throw ended.error;
  if (ended.status !== 0) throw new Error(`Training ended with status ${ended.status}.`);
  for (const name of starterFiles)
    copyFileSync(path.join(folder, name), fileURLToPath(new URL(name, import.meta.url)));
} finally {
  rmSync(folder, { recursive: true });
}
