import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { modelColumn, modelColumnDetails } from '~/core/connectome/model-column.ts';
import type { PresetId, TrainSpec } from '~/core/contracts/index.ts';
import { presets } from '~/core/contracts/presets.ts';
import { defaultRecipe } from '~/core/sampling/default-recipe.ts';
import { planCorpus } from '~/core/sampling/plan-corpus.ts';
import { writeCorpus } from '~/core/sampling/corpus.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const python = join(root, 'gpu-worker', '.venv', 'bin', 'python');
const epochs = 5;
const circuitsPerEpoch = 500;

/** Seconds of each epoch of a real training of the model column, as the worker does it. */
async function epochSeconds(folder: string, id: PresetId, size: number): Promise<number[]> {
  const preset = presets.find((candidate) => candidate.id === id);
  if (!preset) throw new Error(`no preset ${id}`);
  const connectome = modelColumn({ seed: 1 });
  const counts = { train: 100, validation: 20, test: 20 };
  const sampling = { ...defaultRecipe(connectome), size, counts };
  const origin = { name: modelColumnDetails.name, sha256: '0'.repeat(64), isModel: true };
  const spec: TrainSpec = {
    kind: 'train',
    connectomeId: 'bench',
    name: 'bench',
    sampling,
    preset: id,
    settings: { ...preset.settings, epochs, circuitsPerEpoch, checkpointEveryEpochs: epochs },
    seed: 1,
  };
  const corpus = join(folder, 'corpus.safetensors');
  const specFile = join(folder, 'spec.json');
  await writeFile(corpus, writeCorpus(planCorpus(connectome, sampling, origin)));
  await writeFile(specFile, JSON.stringify(spec));
  const args = ['-m', 'latentome_worker', 'train', '--corpus', corpus, '--spec', specFile];
  const child = spawn(python, [...args, '--out', join(folder, id)], {
    cwd: join(root, 'gpu-worker'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const marks: number[] = [];
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('epoch ')) marks.push(performance.now());
  return marks.slice(1).map((mark, i) => (mark - (marks[i] ?? mark)) / 1000);
}

/** Training circuits a second, sampling of fresh circuits and evaluation at an epoch's end included. */
export async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'latentome-bench-training-'));
  try {
    console.log('preset      N   seconds an epoch (median)   circuits a second');
    for (const [id, size] of [
      ['smoke', 32],
      ['standard', 64],
    ] as const) {
      const seconds = (await epochSeconds(folder, id, size)).sort((a, b) => a - b);
      const median = seconds[Math.floor(seconds.length / 2)] ?? Number.NaN;
      const rate = circuitsPerEpoch / median;
      console.log(
        `${id.padEnd(10)} ${String(size).padStart(3)} ${median.toFixed(2).padStart(27)} ${rate.toFixed(0).padStart(19)}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
