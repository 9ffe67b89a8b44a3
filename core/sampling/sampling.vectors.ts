import { sizesOf, type SamplingRecipe } from '../contracts/index.ts';
import type { Connectome } from '../connectome/connectome.ts';
import { Generator, streams } from '../random.ts';
import { circuitSampler } from './draw-circuit.ts';
import { planCorpus } from './plan-corpus.ts';

const folds = ['train', 'validation', 'test'] as const;

const recipe: SamplingRecipe = {
  size: 16,
  method: 'nearest',
  filters: [],
  jitterUm: 15,
  spreads: [1, 1.3, 2],
  degreePowers: [-0.5, 0, 0.5, 1],
  minConnectionsPerNeuron: 1.2,
  folds: {
    axis: 'x',
    slabs: 5,
    pattern: ['train', 'train', 'test', 'train', 'validation'],
    gapUm: 6,
  },
  counts: { train: 6, validation: 4, test: 4 },
  seed: 20261122,
};

/** 150 somata in a box, near ones connected more often; every seventh connected with itself. */
export function smallConnectome(withPositions: boolean): Connectome {
  const random = new Generator(3, streams.bench);
  const count = 150;
  const position = new Float64Array(3 * count).map(() => 150 * random.nextUniform());
  const edges: number[] = [];
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      const squared = [0, 1, 2].reduce(
        (sum, axis) => sum + ((position[3 * i + axis] ?? 0) - (position[3 * j + axis] ?? 0)) ** 2,
        0,
      );
      const probability = i === j ? 1 / 7 : 0.25 * Math.exp(-squared / 6000);
      if (random.nextUniform() < probability) edges.push(i, j);
    }
  return {
    ids: Array.from({ length: count }, (_, i) => `n${i}`),
    class: Array.from({ length: count }, (_, i) => (i % 5 === 0 ? 'I' : 'E')),
    layer: null,
    type: null,
    position: withPositions ? position : null,
    attributes: [],
    edges: Int32Array.from(edges),
    synapses: new Float32Array(edges.length / 2).fill(NaN),
    size: new Float32Array(edges.length / 2).fill(NaN),
  };
}

const cases: { name: string; positions: boolean; recipe: SamplingRecipe }[] = [
  { name: 'nearest somata', positions: true, recipe },
  {
    name: 'nearest somata in blocks',
    positions: true,
    recipe: {
      ...recipe,
      folds: {
        kind: 'blocks',
        axes: ['x', 'z'],
        across: [3, 2],
        pattern: ['train', 'test', 'validation', 'train', 'train', 'train'],
        gapUm: 8,
      },
      seed: 4,
    },
  },
  {
    name: 'graph neighbourhood',
    positions: false,
    recipe: {
      ...recipe,
      otherSizes: [20, 17],
      method: 'neighbourhood',
      spreads: [1, 1.5],
      jitterUm: 0,
      seed: 7,
    },
  },
];

/** The contents of sampling.vectors.json: small corpora and the members of their first circuits, for both languages. */
export function samplingVectors() {
  return {
    format: 'latentome-sampling-1',
    cases: cases.map(({ name, positions, recipe: asked }) => {
      const corpus = planCorpus(smallConnectome(positions), asked, {
        name,
        sha256: '0'.repeat(64),
        isModel: true,
      });
      return {
        name,
        corpus: {
          header: corpus.header,
          position: [...corpus.position],
          edges: [...corpus.edges],
          weight: [...corpus.weight],
          fold: [...corpus.fold],
          class: [...corpus.class],
          layer: [...corpus.layer],
          type: [...corpus.type],
          neuron: [...corpus.neuron],
        },
        circuits: folds.flatMap((fold) =>
          sizesOf(asked).flatMap((size) => {
            const { draw } = circuitSampler(corpus, fold, size);
            const drawn = (index: number) => ({ fold, size, index, members: [...draw(index)] });
            return [0, 1, 2, 3, 1000].map(drawn);
          }),
        ),
      };
    }),
  };
}
