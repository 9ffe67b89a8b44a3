import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { corpusOf, hashOf } from './corpus-of.ts';

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
await write().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function write(): Promise<void> {
  const { out, neurons, connections, name } = values;
  if (!out) throw new Error('Say where to write it: --out corpus.safetensors');
  const given: unknown = JSON.parse(values.recipe);
  const source =
    neurons && connections ? { neurons, connections, name } : { columnSeed: Number(values.seed) };
  const made = await corpusOf(source, (fitting) => Object.assign(fitting, given));
  writeFileSync(out, made.bytes);
  process.stdout.write(
    `${made.neurons} neurons, ${made.connections} connections, sha256 ${hashOf(made.bytes)}\n`,
  );
}
