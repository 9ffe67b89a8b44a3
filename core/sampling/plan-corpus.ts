import type { CorpusHeader, SamplingRecipe, WeightKind } from '../contracts/index.ts';
import {
  categoryFields,
  selfConnections,
  type CategoryField,
  type Connectome,
} from '../connectome/connectome.ts';
import type { Corpus } from './corpus.ts';
import { keptNeurons } from './filters.ts';
import { cutFolds } from './folds/index.ts';
import { SamplingError } from './sampling-error.ts';
import { samplingMethods } from './methods/index.ts';

/** Members of a circuit are written as 16-bit numbers in map.safetensors. */
const mostNeurons = 65_536;

/**
 * Filters the connectome and cuts it into folds. The same connectome and recipe give the same corpus.
 * @throws SamplingError when the recipe does not fit the connectome.
 */
export function planCorpus(
  connectome: Connectome,
  recipe: SamplingRecipe,
  about: CorpusHeader['connectome'],
): Corpus {
  if (samplingMethods[recipe.method].needsPositions && !connectome.position)
    throw new SamplingError(
      'This connectome has no positions, so nearest somata cannot be drawn; sample by graph neighbourhood.',
    );
  const neuron = keptNeurons(connectome, recipe.filters);
  if (neuron.length === 0)
    throw new SamplingError('No neuron passes the filters; loosen or remove one.');
  if (neuron.length > mostNeurons)
    throw new SamplingError(
      `${neuron.length} neurons pass the filters; a corpus holds at most ${mostNeurons}. Add a filter.`,
    );
  const position = positionsOf(connectome, neuron);
  const { edges, weight, kind } = connectionsAmong(connectome, neuron);
  const coded = codesOf(connectome, neuron);
  return {
    header: {
      format: 'latentome-corpus-1',
      connectome: about,
      recipe,
      hasPositions: connectome.position !== null,
      selfEdges: selfConnections(edges) > 0,
      depth: depthOf(position),
      categories: categoryFields.flatMap((field) => {
        const values = coded[field].values;
        return values.length === 0 ? [] : [{ field, values }];
      }),
      ...(kind && { weight: kind }),
    },
    position,
    edges,
    weight,
    fold: cutFolds(connectome.position && position, edges, neuron.length, recipe),
    class: Uint8Array.from(coded.class.codes),
    layer: Uint8Array.from(coded.layer.codes),
    type: Uint16Array.from(coded.type.codes),
    neuron,
    ids: Array.from(neuron, (row) => connectome.ids[row] ?? ''),
  };
}

function positionsOf({ ids, position }: Connectome, neuron: Int32Array): Float32Array<ArrayBuffer> {
  const kept = new Float32Array(3 * neuron.length);
  if (position)
    neuron.forEach((row, k) => kept.set(position.subarray(3 * row, 3 * row + 3), 3 * k));
  const broken = kept.findIndex((value) => !Number.isFinite(value));
  if (broken >= 0)
    throw new SamplingError(
      `The position of neuron "${ids[neuron[Math.floor(broken / 3)] ?? 0] ?? ''}" is not a finite number. ` +
        'Mend the table and import it again, or leave this neuron out by a filter.',
    );
  return kept;
}

/** Connections with both ends kept, in corpus indices; the order of the connectome is already the corpus order. */
function connectionsAmong(connectome: Connectome, neuron: Int32Array) {
  const index = new Int32Array(connectome.ids.length).fill(-1);
  neuron.forEach((row, k) => (index[row] = k));
  const { edges } = connectome;
  const kept = new Int32Array(edges.length);
  const weight = new Float32Array(edges.length / 2);
  let count = 0;
  let sizes = 0;
  let synapseCounts = 0;
  let parts = 0;
  for (let e = 0; e < weight.length; e++) {
    const pre = index[edges[2 * e] ?? 0] ?? -1;
    const post = index[edges[2 * e + 1] ?? 0] ?? -1;
    if (pre < 0 || post < 0) continue;
    kept[2 * count] = pre;
    kept[2 * count + 1] = post;
    const size = connectome.size[e] ?? NaN;
    const synapses = connectome.synapses[e] ?? NaN;
    const [sized, counted] = [Number.isFinite(size), Number.isFinite(synapses)];
    if (sized && size > 0) sizes++;
    else if (counted && synapses > 0) {
      if (Number.isInteger(synapses)) synapseCounts++;
      else parts++;
    }
    weight[count++] = sized ? size : counted ? synapses : 1;
  }
  // strengths that are no whole numbers are no counts of synapses, whatever their column was taken for
  const strengths = parts > 0 && parts + synapseCounts === count;
  const kind: WeightKind | null =
    count === 0
      ? null
      : sizes === count || strengths
        ? 'size'
        : synapseCounts === count
          ? 'synapses'
          : null;
  return { edges: kept.slice(0, 2 * count), weight: weight.slice(0, count), kind };
}

/** Distinct values among the kept neurons in ascending order, and each neuron's code. */
function codesOf(connectome: Connectome, neuron: Int32Array) {
  const code = (field: CategoryField, limit: number) => {
    const column = connectome[field];
    if (!column) return { values: [], codes: neuron.map(() => 0) };
    const values = [...new Set(Array.from(neuron, (row) => column[row] ?? ''))].sort();
    if (values.length > limit)
      throw new SamplingError(
        `The field "${field}" has ${values.length} different values, at most ${limit} are possible. ` +
          'Import it as another field.',
      );
    const codes = new Map(values.map((value, k) => [value, k]));
    return { values, codes: neuron.map((row) => codes.get(column[row] ?? '') ?? 0) };
  };
  return { class: code('class', 255), layer: code('layer', 255), type: code('type', 65_535) };
}

/** Mean and standard deviation of depth, µm; 0 and 1 where it does not vary. */
function depthOf(position: Float32Array): CorpusHeader['depth'] {
  const depths = position.filter((_, k) => k % 3 === 1);
  const mean = depths.reduce((sum, y) => sum + y, 0) / depths.length;
  const variance = depths.reduce((sum, y) => sum + (y - mean) ** 2, 0) / depths.length;
  return { mean, sd: variance > 0 ? Math.sqrt(variance) : 1 };
}
