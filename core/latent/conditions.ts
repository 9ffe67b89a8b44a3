import type { ModelManifest } from '../contracts/model.ts';
import { membersOf, type LatentMap } from './map-file.ts';

type Recipe = Pick<ModelManifest, 'conditions' | 'hasPositions'>;

const positional = 4;
const mostTypes = 32;

/** Categories that become columns: of more than one value, types only up to 32 of them. */
export function oneHotFields(
  categories: ModelManifest['conditions']['categories'],
): ModelManifest['conditions']['categories'] {
  return categories.filter(
    ({ field, values }) => values.length > 1 && (field !== 'type' || values.length <= mostTypes),
  );
}

/**
 * What is known of the neurons of circuit `index` before wiring, f [N * F]: x, y, z from the circuit's mean in units of
 * scaleUm, depth standardised over the corpus, then one-hot class, layer and type. Without positions the first four are 0.
 * @throws RangeError when the map and the manifest do not describe the same columns.
 */
export function conditionsOf(map: LatentMap, index: number, recipe: Recipe): Float32Array {
  const { scaleUm, depth, categories, width } = recipe.conditions;
  const fields = oneHotFields(categories);
  if (positional + fields.reduce((sum, { values }) => sum + values.length, 0) !== width)
    throw new RangeError(`The conditions of this model have ${width} columns, its categories not.`);
  const members = membersOf(map, index);
  const f = new Float32Array(members.length * width);
  if (recipe.hasPositions) {
    const coordinate = (neuron: number, axis: number) => map.position[neuron * 3 + axis] ?? 0;
    for (let axis = 0; axis < 3; axis++) {
      const mean =
        members.reduce((sum, neuron) => sum + coordinate(neuron, axis), 0) / members.length;
      members.forEach((neuron, row) => {
        f[row * width + axis] = (coordinate(neuron, axis) - mean) / scaleUm;
      });
    }
    members.forEach((neuron, row) => {
      f[row * width + 3] = (coordinate(neuron, 1) - depth.mean) / depth.sd;
    });
  }
  let column = positional;
  for (const { field, values } of fields) {
    members.forEach((neuron, row) => {
      f[row * width + column + (map.codes[field][neuron] ?? 0)] = 1;
    });
    column += values.length;
  }
  return f;
}
