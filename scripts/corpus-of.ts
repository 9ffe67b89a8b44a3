import { createHash } from 'node:crypto';
import type { Connectome } from '~/core/connectome/connectome.ts';
import { readConnectome, writeConnectome } from '~/core/connectome/file.ts';
import { modelColumn, modelColumnDetails } from '~/core/connectome/model-column.ts';
import { samplingRecipe, type SamplingRecipe } from '~/core/contracts/index.ts';
import { writeCorpus } from '~/core/sampling/corpus.ts';
import { defaultRecipe } from '~/core/sampling/default-recipe.ts';
import { planCorpus } from '~/core/sampling/plan-corpus.ts';
import { guessedOptions } from '~/server/import/guessed-options.ts';
import { importTables } from '~/server/import/import-tables.ts';

/** Two tables and the name of what is in them. */
export type Tables = { neurons: string; connections: string; name: string };

/** corpus.safetensors of one connectome and recipe, and how large it is. */
export type MadeCorpus = {
  bytes: Uint8Array<ArrayBuffer>;
  recipe: SamplingRecipe;
  neurons: number;
  connections: number;
};

/**
 * The corpus of two tables, or of the model column grown from `columnSeed`.
 * @param choose what becomes of the recipe that fits the connectome
 * @param size of circuits that are wanted; smaller where the connectome is
 * @throws Error, TableRefusal or ZodError when tables or recipe cannot be used
 */
export async function corpusOf(
  source: Tables | { columnSeed: number },
  choose: (fitting: SamplingRecipe) => unknown,
  size?: number,
): Promise<MadeCorpus> {
  const isModel = !('neurons' in source);
  const connectome = isModel
    ? modelColumn({ seed: source.columnSeed })
    : await fromTables(source.neurons, source.connections);
  const recipe = samplingRecipe.parse(choose(defaultRecipe(connectome, size)));
  const corpus = planCorpus(connectome, recipe, {
    name: isModel ? modelColumnDetails.name : source.name,
    sha256: hashOf(writeConnectome(connectome)),
    isModel,
  });
  const { length: neurons } = corpus.neuron;
  return { bytes: writeCorpus(corpus), recipe, neurons, connections: corpus.weight.length };
}

async function fromTables(neurons: string, connections: string): Promise<Connectome> {
  const options = await guessedOptions(neurons, connections);
  const { connectome, report } = await importTables({ neurons, connections, options, write: true });
  if (!connectome) throw new Error(report.problems[0]?.message ?? 'The tables cannot be read.');
  return readConnectome(connectome.bytes);
}

/** SHA-256, in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
