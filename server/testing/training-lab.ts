import type { Connectome } from '~/core/connectome/connectome.ts';
import { writeConnectome } from '~/core/connectome/file.ts';
import type {
  RunDetail,
  SamplingRecipe,
  TrainingSettings,
  TrainSpec,
} from '~/core/contracts/index.ts';
import { Generator, streams } from '~/core/random.ts';
import { connectome as connectomes } from '~/db/schema/index.ts';
import { newId } from '../lab/new-id.ts';
import { caller, signUp, type SignedUp } from './people.ts';
import type { TestServer } from './test-server.ts';

/** A lab with one owner and a connectome small enough to train on within seconds. */
export type TrainingLab = {
  owner: SignedUp;
  labId: string;
  connectomeId: string;
  /** A queued run, made through the procedure a page calls. */
  queue(
    settings?: Partial<TrainingSettings>,
    sampling?: Partial<SamplingRecipe>,
  ): Promise<RunDetail & { spec: TrainSpec }>;
};

/**
 * Trained for real in several files: compiling is most of it, and is done once for all that ask for the same
 * settings and number of epochs.
 */
const tiny: TrainingSettings = {
  latentZ: 2,
  latentU: 1,
  hidden: 8,
  layers: 1,
  refinements: 0,
  circuitsPerEpoch: 8,
  epochs: 30,
  batch: 4,
  learningRate: 0.003,
  betaZ: 0.05,
  betaU: 0.4,
  blueprintWeight: 1,
  blueprintFromEpoch: 1,
  headWeight: 1,
  checkpointEveryEpochs: 2,
};

export async function trainingLab(
  server: Pick<TestServer, 'origin' | 'services'>,
): Promise<TrainingLab> {
  const owner = await signUp(server, 'Ada');
  const api = await caller(server, owner);
  const lab = await api.lab.create({ name: 'Training' });
  const { storage, db } = server.services;
  const data = smallConnectome(1);
  const { sha256 } = await storage.put(writeConnectome(data));
  const connectomeId = newId('cnt');
  await db.insert(connectomes).values({
    id: connectomeId,
    labId: lab.id,
    sha256,
    name: 'Small sheet',
    source: 'made for tests',
    licence: 'none',
    citation: 'none',
    isModel: true,
    neurons: data.ids.length,
    connections: data.synapses.length,
    hasPositions: true,
    statistics: {
      neurons: data.ids.length,
      connections: data.synapses.length,
      selfConnections: 0,
      hasPositions: true,
      density: 0,
      reciprocity: 0,
      categories: [],
      outDegree: { from: 0, step: 1, counts: [] },
      inDegree: { from: 0, step: 1, counts: [] },
      extentUm: null,
      soma: [],
    },
    attributes: [],
    createdBy: owner.person.id,
  });
  const spec = (
    settings: Partial<TrainingSettings>,
    sampling: Partial<SamplingRecipe>,
  ): TrainSpec => ({
    kind: 'train',
    connectomeId,
    name: 'Small model',
    preset: 'smoke',
    settings: { ...tiny, ...settings },
    seed: 5,
    sampling: {
      size: 16,
      method: 'nearest',
      filters: [],
      jitterUm: 10,
      spreads: [1, 1.5],
      degreePowers: [0, 0.5],
      minConnectionsPerNeuron: 0.5,
      folds: { axis: 'x', slabs: 3, pattern: ['train', 'validation', 'test'], gapUm: 0 },
      counts: { train: 16, validation: 8, test: 8 },
      seed: 3,
      ...sampling,
    },
  });
  return {
    owner,
    labId: lab.id,
    connectomeId,
    queue: async (settings = {}, sampling = {}) => {
      const asked = spec(settings, sampling);
      return { ...(await (await caller(server, owner)).run.create({ spec: asked })), spec: asked };
    },
  };
}

/** A sheet of 180 neurons, 300 x 120 x 40 µm, that connect when near. */
function smallConnectome(seed: number): Connectome {
  const neurons = 180;
  const chance = new Generator(seed, streams.bench);
  const position = Float64Array.from(
    { length: 3 * neurons },
    (_, k) => chance.nextUniform() * ([300, 120, 40][k % 3] ?? 0),
  );
  const distance = (i: number, j: number) =>
    Math.hypot(...[0, 1, 2].map((d) => (position[3 * i + d] ?? 0) - (position[3 * j + d] ?? 0)));
  const pairs: number[] = [];
  for (let i = 0; i < neurons; i++)
    for (let j = 0; j < neurons; j++)
      if (i !== j && chance.nextUniform() < 0.5 * Math.exp(-distance(i, j) / 40)) pairs.push(i, j);
  return {
    ids: Array.from({ length: neurons }, (_, i) => `n${i}`),
    class: Array.from({ length: neurons }, (_, i) => (i % 5 === 0 ? 'I' : 'E')),
    layer: null,
    type: null,
    position,
    attributes: [],
    edges: Int32Array.from(pairs),
    synapses: new Float32Array(pairs.length / 2).map((_, e) => 1 + (e % 7)),
    size: new Float32Array(pairs.length / 2).fill(NaN),
  };
}
