import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { degrees, type Connectome } from '~/core/connectome/connectome.ts';
import { readConnectome } from '~/core/connectome/file.ts';
import { modelColumn } from '~/core/connectome/model-column.ts';
import type { BlockFolds, SamplingRecipe, SlabFolds } from '~/core/contracts/index.ts';
import { Generator, streams } from '~/core/random.ts';
import type { Corpus } from '~/core/sampling/corpus.ts';
import { circuitSampler } from '~/core/sampling/draw-circuit.ts';
import { planCorpus } from '~/core/sampling/plan-corpus.ts';
import { SamplingError } from '~/core/sampling/sampling-error.ts';
import { guessedOptions } from '../../import/guessed-options.ts';
import { importLimits } from '../../import/limits.ts';
import { readTables } from '../../import/read-tables.ts';
import { randomRecipe } from '../../testing/random-recipe.ts';

const shared = path.join(import.meta.dirname, '../../../../shared/data');
const about = { name: 'law', sha256: '0'.repeat(64), isModel: false };
const folds = ['train', 'validation', 'test'] as const;
const recipes = 24;
const circuits = 8;

async function imported(folder: string, files: [string, string]): Promise<Connectome> {
  const [neurons, connections] = files.map((file) => path.join(shared, folder, file));
  if (!neurons || !connections) throw new Error('two files make a connectome');
  const options = await guessedOptions(neurons, connections);
  const job = { neurons, connections, options, limits: importLimits, write: true };
  const { connectome } = await readTables(job);
  if (!connectome) throw new Error(`${folder} was not imported`);
  return readConnectome(connectome.bytes);
}

describe.each([
  { name: 'the model column', load: () => modelColumn({ seed: 8, neurons: 2000 }) },
  {
    name: 'microns-v1-l23',
    folder: 'microns-v1-l23',
    load: () => imported('microns-v1-l23', ['neurons.csv', 'connections.csv']),
  },
  {
    name: 'c-elegans-hermaphrodite, without positions',
    folder: 'c-elegans-hermaphrodite',
    load: () => imported('c-elegans-hermaphrodite', ['nodes.csv', 'edgelist.csv']),
  },
])('$name', ({ folder, load }) => {
  const absent = folder !== undefined && !existsSync(path.join(shared, folder));
  test.skipIf(absent)(
    'no neuron occurs in two folds, whatever the recipe (skipped without ../shared/data)',
    { timeout: 120_000 },
    async () => {
      const connectome = await load();
      const random = new Generator(20_261_122, streams.bench);
      let drawn = 0;
      for (let k = 0; k < recipes; k++) {
        const recipe = randomRecipe(connectome, random);
        try {
          drawn += drawFolds(connectome, recipe);
        } catch (error) {
          // A recipe may ask too much of its connectome; that is said, not bent.
          if (!(error instanceof SamplingError)) throw error;
        }
      }
      expect(drawn).toBeGreaterThan((recipes * circuits * folds.length) / 4);
    },
  );
});

/** Draws circuits of all folds and holds them to the recipe. Returns how many. */
function drawFolds(connectome: Connectome, recipe: SamplingRecipe): number {
  const corpus = planCorpus(connectome, recipe, about);
  expectGap(corpus, recipe);
  const foldOf = new Map<string, string>();
  let drawn = 0;
  for (const fold of folds) {
    const { draw } = circuitSampler(corpus, fold);
    for (let index = 0; index < circuits; index++, drawn++) {
      const members = draw(index);
      expect(new Set(members).size).toBe(recipe.size);
      for (const member of members) {
        const row = corpus.neuron[member] ?? -1;
        const id = connectome.ids[row] ?? '';
        const before = foldOf.get(id) ?? fold;
        if (before !== fold) expect.fail(`${id} is in ${before} and in ${fold}: ${say(recipe)}`);
        if (!passes(connectome, recipe, row)) expect.fail(`${id} is filtered out: ${say(recipe)}`);
        foldOf.set(id, fold);
      }
    }
  }
  return drawn;
}

const say = (recipe: SamplingRecipe) => JSON.stringify(recipe);

/** Every fold has neurons, and those of different folds are the gap apart. */
function expectGap(corpus: Corpus, { folds: cut }: SamplingRecipe) {
  for (const code of [1, 2, 3]) expect(corpus.fold).toContain(code);
  if (!corpus.header.hasPositions) return;
  if (cut.kind === 'blocks') expectGapInPlane(corpus, cut);
  else expectGapAlong(corpus, cut);
}

/** In the plane that blocks are cut in, every pair of neurons; squares of sums differ in the last digits. */
function expectGapInPlane({ fold, position }: Corpus, { axes, gapUm }: BlockFolds) {
  const [a, b] = axes.map((axis) =>
    Float64Array.from(fold, (_, i) => position[3 * i + { x: 0, y: 1, z: 2 }[axis]] ?? 0),
  );
  if (!a || !b) throw new Error('blocks have two axes');
  let nearest = Infinity;
  for (const [i, one] of fold.entries()) {
    if (one === 0) continue;
    for (let j = 0; j < i; j++)
      if (fold[j] !== 0 && fold[j] !== one)
        nearest = Math.min(
          nearest,
          ((a[i] ?? 0) - (a[j] ?? 0)) ** 2 + ((b[i] ?? 0) - (b[j] ?? 0)) ** 2,
        );
  }
  expect(Math.sqrt(nearest)).toBeGreaterThanOrEqual(gapUm - 1e-9);
}

/** Along the axis that slabs are cut across: it is enough to look at neighbours. */
function expectGapAlong({ fold, position }: Corpus, { axis, gapUm }: SlabFolds) {
  const at = (i: number) => position[3 * i + { x: 0, y: 1, z: 2 }[axis]] ?? 0;
  const order = [...fold.keys()].filter((i) => fold[i] !== 0).sort((a, b) => at(a) - at(b));
  for (const [k, i] of order.entries()) {
    const previous = order[k - 1];
    if (previous === undefined || fold[previous] === fold[i]) continue;
    expect(at(i) - at(previous)).toBeGreaterThanOrEqual(gapUm);
  }
}

/** The filters read anew, not by the code that is tested; degrees are those of the whole connectome. */
function passes(connectome: Connectome, { filters }: SamplingRecipe, row: number): boolean {
  const { outputs, inputs } = degreesOf(connectome);
  return filters.every((filter) => {
    if (filter.op === 'at most' || filter.op === 'at least') {
      const degree = (filter.field === 'outputs' ? outputs : inputs)[row] ?? NaN;
      return filter.op === 'at most' ? degree <= filter.value : degree >= filter.value;
    }
    const { class: kind, layer, type, attributes } = connectome;
    const named = new Map<string, ArrayLike<unknown> | null>([
      ...attributes.map(({ name, values }) => [name, values] as const),
      ...Object.entries({ class: kind, layer, type }),
    ]);
    return (named.get(filter.field)?.[row] === filter.value) === (filter.op === 'is');
  });
}

const known = new WeakMap<Connectome, ReturnType<typeof degrees>>();
function degreesOf(connectome: Connectome) {
  const found = known.get(connectome) ?? degrees(connectome.edges, connectome.ids.length);
  known.set(connectome, found);
  return found;
}
