import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { starterFiles, workerFolder, workerPython } from './files.ts';
import { starterCorpus, starterSpec } from './recipe.ts';

/**
 * `npm run starter`: makes the starter model again, from the seed of the column to the files beside this script.
 * Needs gpu-worker/.venv; takes some ten minutes on two cores, half of it for the report that its card shows.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'latentome-starter-'));
try {
  const { bytes, recipe } = starterCorpus();
  const corpus = path.join(folder, 'corpus.safetensors');
  const spec = path.join(folder, 'spec.json');
  writeFileSync(corpus, bytes);
  writeFileSync(spec, JSON.stringify(starterSpec(recipe)));
  const command = ['-m', 'latentome_worker', 'train', '--corpus', corpus, '--spec', spec];
  run(workerPython, [...command, '--out', folder], workerFolder);
  // its card shows everything that can be measured of a model
  const report = ['--import', 'tsx', 'scripts/report.ts', folder, '--keep'];
  run(process.execPath, report, path.dirname(workerFolder));
  for (const name of starterFiles)
    copyFileSync(path.join(folder, name), fileURLToPath(new URL(name, import.meta.url)));
} finally {
  rmSync(folder, { recursive: true });
}

function run(program: string, given: readonly string[], cwd: string): void {
  const ended = spawnSync(program, given, { cwd, stdio: 'inherit' });
  if (ended.error) throw ended.error;
  if (ended.status !== 0) throw new Error(`${given.join(' ')} ended with status ${ended.status}.`);
}
