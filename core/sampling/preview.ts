import {
  foldNames,
  type CorpusHeader,
  type SamplingPreview,
  type SamplingRecipe,
} from '../contracts/index.ts';
import type { Connectome } from '../connectome/connectome.ts';
import { circuitEdges } from './circuit-edges.ts';
import type { Corpus } from './corpus.ts';
import { firstCircuits } from './first-circuits.ts';
import { planCorpus } from './plan-corpus.ts';

const mostSomata = 3000;

/**
 * What a recipe makes of a connectome: sizes of the folds, where they lie, and the first circuits of each, which are
 * the first circuits of the run as well.
 * @throws SamplingError when the recipe does not fit.
 */
export function samplingPreview(
  connectome: Connectome,
  recipe: SamplingRecipe,
  about: CorpusHeader['connectome'],
): SamplingPreview {
  const corpus = planCorpus(connectome, recipe, about);
  const [gap = 0, train = 0, validation = 0, test = 0] = foldNames.map(
    (_, code) => corpus.fold.filter((value) => value === code).length,
  );
  const edgesAmong = circuitEdges(corpus);
  return {
    kept: corpus.neuron.length,
    folds: { gap, train, validation, test },
    soma: corpus.header.hasPositions ? somataOf(corpus) : [],
    circuits: firstCircuits(corpus).map(({ fold, members }) => ({
      fold,
      ids: Array.from(members, (i) => connectome.ids[corpus.neuron[i] ?? 0] ?? ''),
      ...places(corpus, members),
      class: Array.from(members, (i) => connectome.class?.[corpus.neuron[i] ?? 0] ?? ''),
      edges: edgesAmong(members),
    })),
  };
}

/** x and depth in µm; on a circle where there are no positions, so that a drawing has something to go by. */
function places({ header, position }: Corpus, members: Int32Array): { x: number[]; y: number[] } {
  const at = (axis: number) => Array.from(members, (i) => position[3 * i + axis] ?? 0);
  if (header.hasPositions) return { x: at(0), y: at(1) };
  const angle = (k: number) => (2 * Math.PI * k) / members.length;
  return {
    x: Array.from(members, (_, k) => Math.cos(angle(k))),
    y: Array.from(members, (_, k) => Math.sin(angle(k))),
  };
}

function somataOf({ position, fold }: Corpus): SamplingPreview['soma'] {
  const count = Math.min(mostSomata, fold.length);
  return Array.from({ length: count }, (_, k) => {
    const i = Math.floor((k * fold.length) / count);
    const [x = 0, y = 0, z = 0] = position.subarray(3 * i, 3 * i + 3);
    return { x, y, z, fold: foldNames[fold[i] ?? 0] ?? 'gap' };
  });
}
