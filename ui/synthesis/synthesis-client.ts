import { proxy, releaseProxy, wrap } from 'comlink';
import type { ModelManifest } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import type {
  ClimbAsked,
  ClimbEnd,
  ClimbStep,
  Decode,
  Obstacle,
  Synthesis,
  SynthesisAsked,
  Told,
} from '~/core/synthesis/index.ts';
import type { MemorySpan, SynthesisWorker } from './synthesis.worker.ts';

export type { MemorySpan } from './synthesis.worker.ts';
export type Answer = Synthesis | readonly Obstacle[];

export type Synthesiser = {
  /** A circuit to order, or why there can be none. */
  order: (asked: SynthesisAsked, decode: Decode, told: Told) => Promise<Answer>;
  /** What memory spans among observed circuits, which are scored when this or an order first asks for it. */
  memory: (told: Told) => Promise<MemorySpan>;
  /** A path from a place; resolves when its last step has been told, with why it ended. */
  climb: (asked: ClimbAsked, decode: Decode, told: (step: ClimbStep) => void) => Promise<ClimbEnd>;
  /** Ends the worker and with it an order that is under way. */
  dispose: () => void;
};

/** Synthesis in a worker of its own; the network stays where it is open already, and is asked from there. */
export function createSynthesiser(
  map: LatentMap,
  { prior, selfEdges }: Pick<ModelManifest, 'prior' | 'selfEdges'>,
): Synthesiser {
  const worker = new Worker(new URL('./synthesis.worker.ts', import.meta.url), {
    type: 'module',
    name: 'synthesis',
  });
  const remote = wrap<SynthesisWorker>(worker);
  const opened = remote.open(map, { prior, selfEdges });
  opened.catch(() => undefined); // an order tells of it
  return {
    order: async (asked, decode, told) => {
      await opened;
      return remote.order(asked, proxy(decode), proxy(told));
    },
    memory: async (told) => {
      await opened;
      return remote.memory(proxy(told));
    },
    climb: async (asked, decode, told) => {
      await opened;
      return remote.climb(asked, proxy(decode), proxy(told));
    },
    dispose: () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
