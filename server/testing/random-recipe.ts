import { degrees, type Connectome } from '~/core/connectome/connectome.ts';
import type { BlockFolds, Folds, NeuronFilter, SamplingRecipe } from '~/core/contracts/index.ts';
import type { Generator } from '~/core/random.ts';

/** A recipe drawn at random among all that a person could ask for on the run page; not every one fits its connectome. */
export function randomRecipe(connectome: Connectome, random: Generator): SamplingRecipe {
  const pick = <T>(choices: readonly T[]): T | undefined => choices[random.nextInt(choices.length)];
  const between = (low: number, high: number) => low + (high - low) * random.nextUniform();
  const positions = connectome.position !== null;
  return {
    size: pick([16, 17, 32, 64, 100, 256]) ?? 16,
    method: positions && random.nextUniform() < 0.6 ? 'nearest' : 'neighbourhood',
    filters: randomFilters(connectome, random),
    jitterUm: between(0, 60),
    spreads: Array.from({ length: 1 + random.nextInt(3) }, () => between(1, 6)),
    degreePowers: Array.from({ length: 1 + random.nextInt(3) }, () => between(-1, 1)),
    minConnectionsPerNeuron: between(0, 0.3),
    folds: randomFolds(random),
    counts: { train: 10, validation: 10, test: 10 },
    seed: random.nextInt(2 ** 31),
  };
}

/** Slabs or blocks, as many of each. */
function randomFolds(random: Generator): Folds {
  const gapUm = 30 * random.nextUniform();
  const [first = 'x', second = 'y'] = shuffled(['x', 'y', 'z'] as const, random);
  if (random.nextUniform() < 0.5) {
    const slabs = 3 + random.nextInt(10);
    return { axis: first, slabs, pattern: randomPattern(slabs, random), gapUm };
  }
  const across: BlockFolds['across'] = [2 + random.nextInt(3), 2 + random.nextInt(3)];
  const pattern = randomPattern(across[0] * across[1], random);
  return { kind: 'blocks', axes: [first, second], across, pattern, gapUm };
}

/** Every fold at least once. */
function randomPattern(parts: number, random: Generator): Folds['pattern'] {
  const names = ['train', 'validation', 'test'] as const;
  const rest = Array.from({ length: parts - 3 }, () => names[random.nextInt(3)] ?? 'train');
  return shuffled<Folds['pattern'][number]>([...names, ...rest], random);
}

/** None, one or both of: something about a text field, something about the number of connections. */
function randomFilters(connectome: Connectome, random: Generator): NeuronFilter[] {
  const filters: NeuronFilter[] = [];
  const texts = [
    ...(['class', 'layer', 'type'] as const).map((name) => ({ name, values: connectome[name] })),
    ...connectome.attributes.flatMap(({ name, kind, values }) =>
      kind === 'text' ? [{ name, values }] : [],
    ),
  ].filter(({ values }) => values !== null && new Set(values).size > 1);
  const text = texts[random.nextInt(Math.max(1, texts.length))];
  const value = text?.values?.[random.nextInt(connectome.ids.length)];
  if (text && value !== undefined && random.nextUniform() < 0.5)
    filters.push({ field: text.name, op: random.nextUniform() < 0.5 ? 'is' : 'is not', value });
  const { outputs, inputs } = degrees(connectome.edges, connectome.ids.length);
  const counted = { outputs, inputs };
  const field = random.nextUniform() < 0.5 ? 'outputs' : 'inputs';
  const sorted = counted[field].slice().sort();
  const bound = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  if (random.nextUniform() < 0.5)
    filters.push(
      random.nextUniform() < 0.5
        ? { field, op: 'at most', value: bound(0.5 + random.nextUniform() / 2) }
        : { field, op: 'at least', value: bound(random.nextUniform() / 2) },
    );
  return filters;
}

function shuffled<T>(items: readonly T[], random: Generator): T[] {
  return items
    .map((item) => ({ item, at: random.nextUniform() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
