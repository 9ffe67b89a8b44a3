import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
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
const stepCost = z.object({
  n: z.number(),
  seconds: z.number(),
  arraysMiB: z.number(),
  processMiB: z.number(),
});
type StepCost = z.infer<typeof stepCost>;

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

/** What a step costs at several N beside what N² would make of the cost at the first. */
async function stepCosts(folder: string): Promise<void> {
  const standard = presets.find(({ id }) => id === 'standard');
  const file = join(folder, 'settings.json');
  await writeFile(file, JSON.stringify(standard?.settings));
  const args = ['-m', 'latentome_worker.step_cost', file, '--sizes', '64', '128', '256', '512'];
  const child = spawn(python, args, {
    cwd: join(root, 'gpu-worker'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  console.log('\n  N   seconds a step   arrays, MiB   process, MiB   seconds / N²   arrays / N²');
  let first: StepCost | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const one = stepCost.parse(JSON.parse(line));
    first ??= one;
    const square = (one.n / first.n) ** 2;
    const cells = [
      one.n.toFixed(0).padStart(3),
      one.seconds.toFixed(4).padStart(16),
      one.arraysMiB.toFixed(0).padStart(13),
      one.processMiB.toFixed(0).padStart(14),
      (one.seconds / first.seconds / square).toFixed(2).padStart(14),
      (one.arraysMiB / first.arraysMiB / square).toFixed(2).padStart(13),
    ];
    console.log(cells.join(' '));
  }
  if (!first) throw new Error('The worker measured no step; what it says stands above.');
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
    await stepCosts(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
