import { sizesOf, type FoldName } from '../contracts/index.ts';
import { Generator, streams } from '../random.ts';
import { circuitEdges } from './circuit-edges.ts';
import type { Corpus } from './corpus.ts';
import { foldView } from './fold-view.ts';
import { foldCode } from './folds/index.ts';
import { samplingMethods } from './methods/index.ts';
import { SamplingError } from './sampling-error.ts';
import { smallest } from './smallest.ts';

const attempts = 200;

/** Draws circuits of one fold and one size; circuit `index` is always the same set of neurons. */
export type CircuitSampler = { draw: (index: number) => Int32Array };

/**
 * The draw of a circuit, the same in gpu-worker/latentome_worker/sampling.py: a random centre, the spread and the
 * power of the degree weighting, candidates by the recipe's method, N of them without replacement with weights
 * (degree + 1)^power (exponential keys: Efraimidis & Spirakis 2006), drawn again while the circuit is too sparse. Each
 * size of the recipe has streams of its own, so that one more leaves the others as they were.
 *
 * @param size one of the recipe's sizes; N unless another is asked for
 * @returns members as ascending corpus indices
 * @throws RangeError for a size that the recipe has not; SamplingError when the fold is too small or no circuit with enough connections is found.
 */
export function circuitSampler(
  corpus: Corpus,
  fold: Exclude<FoldName, 'gap'>,
  size = corpus.header.recipe.size,
): CircuitSampler {
  const { recipe } = corpus.header;
  const { spreads, degreePowers } = recipe;
  const code = foldCode(fold);
  const place = sizesOf(recipe).indexOf(size);
  if (place < 0) throw new RangeError(`The recipe has no circuits of ${size} neurons.`);
  const stream = code + 4 * place;
  const view = foldView(corpus, code);
  const { neurons, degree } = view;
  if (neurons.length < size)
    throw new SamplingError(
      `The ${fold} fold holds ${neurons.length} neurons, a circuit needs ${size}. ` +
        'Choose smaller circuits, fewer parts, a smaller gap or weaker filters.',
    );
  const method = samplingMethods[recipe.method];
  const edgesAmong = circuitEdges(corpus);

  const draw = (index: number): Int32Array => {
    const random = new Generator(recipe.seed, streams.sampling, index, stream);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const centre = neurons[random.nextInt(neurons.length)] ?? 0;
      const gather = method.centre(view, centre, recipe, random);
      const spread = spreads[random.nextInt(spreads.length)] ?? 1;
      const power = degreePowers[random.nextInt(degreePowers.length)] ?? 0;
      const count = Math.min(neurons.length, Math.ceil(spread * size));
      const candidates = Int32Array.from(gather(count));
      const members = count > size ? weighted(candidates, size, degree, power, random) : candidates;
      members.sort();
      const connections = edgesAmong(members).filter(([from, to]) => from !== to).length;
      if (connections >= recipe.minConnectionsPerNeuron * size) return members;
    }
    throw new SamplingError(
      `No circuit of the ${fold} fold with ${recipe.minConnectionsPerNeuron} connections a neuron was found in ` +
        `${attempts} draws. Ask for fewer connections or filter out neurons without any.`,
    );
  };
  return { draw };
}

function weighted(
  candidates: Int32Array,
  size: number,
  degree: Int32Array,
  power: number,
  random: Generator,
): Int32Array {
  const keys = Float64Array.from(
    candidates,
    (i) => -Math.log(random.nextUniform()) / ((degree[i] ?? 0) + 1) ** power,
  );
  return smallest(keys, size).map((place) => candidates[place] ?? 0);
}
