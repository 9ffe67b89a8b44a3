import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Connectome } from '~/core/connectome/connectome.ts';
import { readConnectome, writeConnectome } from '~/core/connectome/file.ts';
import { modelColumn, modelColumnDetails } from '~/core/connectome/model-column.ts';
import { samplingRecipe } from '~/core/contracts/index.ts';
import { defaultRecipe } from '~/core/sampling/default-recipe.ts';
import { planCorpus } from '~/core/sampling/plan-corpus.ts';
import { writeCorpus } from '~/core/sampling/corpus.ts';
import { guessedOptions } from '~/server/import/guessed-options.ts';
import { importTables } from '~/server/import/import-tables.ts';

/**
 * Writes corpus.safetensors for a training outside the server, of the model column or of two tables:
 * tsx scripts/corpus.ts --out corpus.safetensors [--seed 1 | --neurons a.csv --connections b.csv --name V1]
 *     [--recipe '{"size":32}']
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    neurons: { type: 'string' },
    connections: { type: 'string' },
    name: { type: 'string', default: 'connectome' },
    recipe: { type: 'string', default: '{}' },
  },
});
const { out, neurons, connections } = values;
if (!out) throw new Error('Say where to write it: --out corpus.safetensors');
const isModel = !neurons || !connections;

const connectome = isModel
  ? modelColumn({ seed: Number(values.seed) })
  : await fromTables(neurons, connections);
const given: unknown = JSON.parse(values.recipe);
const recipe = samplingRecipe.parse(Object.assign(defaultRecipe(connectome), given));
const corpus = planCorpus(connectome, recipe, {
  name: isModel ? modelColumnDetails.name : values.name,
  sha256: hashOf(writeConnectome(connectome)),
  isModel,
});
const bytes = writeCorpus(corpus);
writeFileSync(out, bytes);
process.stdout.write(
  `${corpus.neuron.length} neurons, ${corpus.weight.length} connections, sha256 ${hashOf(bytes)}\n`,
);

async function fromTables(neurons: string, connections: string): Promise<Connectome> {
  const options = await guessedOptions(neurons, connections);
  const { connectome, report } = await importTables({ neurons, connections, options, write: true });
  if (!connectome) throw new Error(report.problems[0]?.message ?? 'The tables cannot be read.');
  return readConnectome(connectome.bytes);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
