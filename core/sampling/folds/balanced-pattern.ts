import type { BlockFolds } from '../../contracts/index.ts';

/**
 * Which blocks make validation and test, so that the three folds are as alike as blocks allow: of all choices, the
 * first whose folds' means of `value` lie nearest together. Stratified, that is, by one thing known of every neuron
 * before any circuit is drawn; a fold of one dense corner would say more of the corner than of a model.
 *
 * @param boxOf [K] block of each neuron
 * @param value [K] what is balanced
 * @param each blocks for validation and as many for test
 */
export function balancedPattern(
  boxOf: Int32Array,
  value: ArrayLike<number>,
  parts: number,
  each: number,
): BlockFolds['pattern'] {
  const count = new Float64Array(parts);
  const sum = new Float64Array(parts);
  boxOf.forEach((box, k) => {
    count[box] = (count[box] ?? 0) + 1;
    sum[box] = (sum[box] ?? 0) + (value[k] ?? 0);
  });
  const mean = (blocks: readonly number[]) =>
    blocks.reduce((all, block) => all + (sum[block] ?? 0), 0) /
    blocks.reduce((all, block) => all + (count[block] ?? 0), 0);
  let best = { apart: Infinity, validation: [] as number[], test: [] as number[] };
  const all = Array.from({ length: parts }, (_, block) => block);
  for (const validation of choices(all, each)) {
    const rest = all.filter((block) => !validation.includes(block));
    for (const test of choices(rest, each)) {
      const train = rest.filter((block) => !test.includes(block));
      const means = [mean(train), mean(validation), mean(test)];
      const apart = Math.max(...means) - Math.min(...means);
      if (apart < best.apart) best = { apart, validation, test };
    }
  }
  return all.map((block) => {
    if (best.validation.includes(block)) return 'validation';
    return best.test.includes(block) ? 'test' : 'train';
  });
}

/** All choices of `size` of the items, in order. */
function choices(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, k) =>
    choices(items.slice(k + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
