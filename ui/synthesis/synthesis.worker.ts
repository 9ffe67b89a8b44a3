import { expose } from 'comlink';
import type { ModelManifest } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import {
  climb,
  memoryScores,
  synthesise,
  synthesisGround,
  type ClimbAsked,
  type ClimbEnd,
  type ClimbStep,
  type Decode,
  type SynthesisAsked,
  type SynthesisGround,
  type Told,
  withMemory,
} from '~/core/synthesis/index.ts';

/** Of the observed circuits that were scored; `r2` of each told by the others. */
export type MemorySpan = { least: number; greatest: number; r2: number; circuits: number };

type Model = Pick<ModelManifest, 'prior' | 'selfEdges'>;

type Opened = { ground: SynthesisGround; prior: ModelManifest['prior'] };
let opened: Opened | null = null;

function model() {
  if (!opened) throw new Error('No model is open.');
  return opened;
}

/** The ground of orders that ask for memory: observed circuits are scored before the first of them. */
function groundWithMemory(told: Told): SynthesisGround {
  const one = model();
  const { ground } = one;
  if (!ground.memory)
    one.ground = withMemory(ground, memoryScores(ground.map, ground.ground, told));
  return one.ground;
}

const synthesisWorker = {
  /** Once, before any order: what the map says of metrics and latent space. */
  open(map: LatentMap, { prior, selfEdges }: Model) {
    opened = { ground: synthesisGround(map, { prior, selfEdges }), prior };
  },
  /** @param decode of the page's own decoder; @param told hears how far the work is, from 0 to 1 */
  async order(asked: SynthesisAsked, decode: Decode, told: Told) {
    if (!asked.request.memory) return synthesise(model().ground, asked, decode, told);
    return synthesise(
      groundWithMemory(() => undefined),
      asked,
      decode,
      told,
    );
  },
  /** What memory spans among observed circuits, and how well the place and the metrics of one tell it. */
  memory(told: Told): MemorySpan {
    const { memory } = groundWithMemory(told);
    if (!memory) throw new Error('No circuit was scored.');
    const { least, greatest, r2, scores } = memory;
    return { least, greatest, r2, circuits: scores.size };
  },
  /** @param told hears each step of the path as it is found, the start first; why it ended is returned */
  async climb(
    asked: ClimbAsked,
    decode: Decode,
    told: (step: ClimbStep) => void,
  ): Promise<ClimbEnd> {
    const { ground, prior } = model();
    const { distanceOf } = ground;
    const path = climb(asked, { prior, distanceOf, scales: ground.ground.scales }, decode);
    for (;;) {
      const { done, value } = await path.next();
      if (done) return value;
      told(value);
    }
  },
};

export type SynthesisWorker = typeof synthesisWorker;

expose(synthesisWorker);
