import { expose } from 'comlink';
import type { ModelManifest } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import {
  synthesise,
  synthesisGround,
  type Decode,
  type SynthesisAsked,
  type SynthesisGround,
  type Told,
} from '~/core/synthesis/index.ts';

let ground: SynthesisGround | null = null;

const synthesisWorker = {
  /** Once, before any order: what the map says of metrics and latent space. */
  open(map: LatentMap, model: Pick<ModelManifest, 'prior' | 'selfEdges'>) {
    ground = synthesisGround(map, model);
  },
  /** @param decode of the page's own decoder; @param told hears how far the work is, from 0 to 1 */
  async order(asked: SynthesisAsked, decode: Decode, told: Told) {
    if (!ground) throw new Error('No model is open.');
    return synthesise(ground, asked, decode, told);
  },
};

export type SynthesisWorker = typeof synthesisWorker;

expose(synthesisWorker);
