import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { presets, trainSpec } from '~/core/contracts/index.ts';
import { corpusOf } from './corpus-of.ts';
import { worker } from './worker-command.ts';

const usage = `npm run train -- --out folder [--neurons a.csv --connections b.csv --name "V1 L2/3"]
    [--preset smoke|standard|large]   standard
    [--seed 1]                        of the training; the recipe has its own
    [--settings '{"epochs":8}']       what the preset does otherwise
    [--recipe '{"size":32}']          what the recipe that fits the connectome does otherwise
Without tables it trains on the model column. Paths are read from the folder of the repository.
Writes corpus.safetensors, spec.json and the model into the folder.`;

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${told(error)}\n`);
  return 1;
});

function told(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      neurons: { type: 'string' },
      connections: { type: 'string' },
      name: { type: 'string' },
      preset: { type: 'string', default: 'standard' },
      seed: { type: 'string', default: '1' },
      settings: { type: 'string', default: '{}' },
      recipe: { type: 'string', default: '{}' },
      help: { type: 'boolean', default: false },
    },
  });
  const { out, neurons, connections, name } = values;
  const preset = presets.find(({ id }) => id === values.preset);
  if (values.help || !out || !preset || Boolean(neurons) !== Boolean(connections)) {
    (values.help ? process.stdout : process.stderr).write(`${usage}\n`);
    return values.help ? 0 : 2;
  }
  const changes: unknown = JSON.parse(values.recipe);
  const otherwise: unknown = JSON.parse(values.settings);
  const { bytes, recipe, ...counts } = await corpusOf(
    neurons && connections
      ? { neurons, connections, name: name ?? 'connectome' }
      : { columnSeed: 1 },
    (fitting) =>
      Object.assign(
        fitting,
        // as the page does: the preset's size, or smaller where the connectome is
        { size: Math.min(preset.size, fitting.size), counts: preset.counts },
        changes,
      ),
    Math.max(64, preset.size),
  );
  const spec = trainSpec.parse({
    kind: 'train',
    connectomeId: 'command-line',
    name: name ?? 'Model column',
    sampling: recipe,
    preset: preset.id,
    settings: Object.assign({ ...preset.settings }, otherwise),
    seed: Number(values.seed),
  });
  const folder = path.resolve(out);
  await mkdir(folder, { recursive: true });
  const corpus = path.join(folder, 'corpus.safetensors');
  const specFile = path.join(folder, 'spec.json');
  await writeFile(corpus, bytes);
  await writeFile(specFile, `${JSON.stringify(spec, null, 2)}\n`);
  process.stdout.write(`${counts.neurons} neurons, ${counts.connections} connections\n`);
  return worker(['train', '--corpus', corpus, '--spec', specFile, '--out', folder]);
}
