import { releaseProxy, wrap } from 'comlink';
import type { EffectsWorker } from './effects.worker.ts';

/** What a question that was ended rejects with. */
export class Stopped extends Error {}

/** The worker in which effects are measured and scores taken. After `stop`, whatever is under way rejects with Stopped. */
export function openEffects() {
  const worker = new Worker(new URL('./effects.worker.ts', import.meta.url), {
    type: 'module',
    name: 'effects',
  });
  const remote = wrap<EffectsWorker>(worker);
  let stopped = false;
  let tell: (reason: Stopped) => void = () => undefined;
  const untilStopped = new Promise<never>((_, reject) => (tell = reject));
  untilStopped.catch(() => undefined); // often nothing is under way
  return {
    remote,
    orStopped: <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, untilStopped]),
    stop: () => {
      if (stopped) return;
      stopped = true;
      tell(new Stopped());
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
