import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeConnectome } from '~/core/connectome/file.ts';
import { modelColumn, modelColumnDetails } from '~/core/connectome/model-column.ts';
import { samplingRecipe } from '~/core/contracts/index.ts';
import { defaultRecipe } from '~/core/sampling/default-recipe.ts';
import { planCorpus } from '~/core/sampling/plan-corpus.ts';
import { writeCorpus } from '~/core/sampling/corpus.ts';

/**
 * Writes corpus.safetensors for a training outside the server:
 * tsx scripts/corpus.ts --out corpus.safetensors [--seed 1] [--recipe '{"size":32}']
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    recipe: { type: 'string', default: '{}' },
  },
});
if (!values.out) throw new Error('Say where to write it: --out corpus.safetensors');

const connectome = modelColumn({ seed: Number(values.seed) });
const recipe = samplingRecipe.parse({
  ...defaultRecipe(connectome),
  ...(JSON.parse(values.recipe) as object),
});
const sha256 = createHash('sha256').update(writeConnectome(connectome)).digest('hex');
const corpus = planCorpus(connectome, recipe, {
  name: modelColumnDetails.name,
  sha256,
  isModel: true,
});
const bytes = writeCorpus(corpus);
writeFileSync(values.out, bytes);
process.stdout.write(
  `${corpus.neuron.length} neurons, ${corpus.weight.length} connections, ` +
    `sha256 ${createHash('sha256').update(bytes).digest('hex')}\n`,
);
