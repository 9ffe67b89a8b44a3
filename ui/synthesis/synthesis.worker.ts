import { expose } from 'comlink';
import type { ModelManifest } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import {
  climb,
  synthesise,
  synthesisGround,
  type ClimbAsked,
  type ClimbEnd,
  type ClimbStep,
  type Decode,
  type SynthesisAsked,
  type SynthesisGround,
  type Told,
} from '~/core/synthesis/index.ts';

type Model = Pick<ModelManifest, 'prior' | 'selfEdges'>;

let opened: { ground: SynthesisGround; prior: ModelManifest['prior'] } | null = null;

function model() {
  if (!opened) throw new Error('No model is open.');
  return opened;
}

const synthesisWorker = {
  /** Once, before any order: what the map says of metrics and latent space. */
  open(map: LatentMap, { prior, selfEdges }: Model) {
    opened = { ground: synthesisGround(map, { prior, selfEdges }), prior };
  },
  /** @param decode of the page's own decoder; @param told hears how far the work is, from 0 to 1 */
  async order(asked: SynthesisAsked, decode: Decode, told: Told) {
    return synthesise(model().ground, asked, decode, told);
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
