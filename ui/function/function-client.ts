import { proxy, releaseProxy, wrap } from 'comlink';
import type { ReservoirProtocol } from '~/core/contracts/index.ts';
import type { NotDefined } from '~/core/metrics/index.ts';
import type { NullScore, ReservoirWeights, ScoreAt } from '~/core/reservoir/index.ts';
import type { FunctionWorker, NullScoresQuestion } from './function.worker.ts';

export type Scorer = {
  /** Tells every score as it comes; resolves to whether all came, and not when a newer request took its place. */
  score: (
    weights: ReservoirWeights,
    protocol: ReservoirProtocol,
    told: (score: ScoreAt) => void,
  ) => Promise<boolean>;
  /** Tells scores of null circuits as they come; resolves to why there are none, or null. */
  scoreNulls: (
    question: NullScoresQuestion,
    told: (scores: NullScore[]) => void,
  ) => Promise<NotDefined | null>;
  dispose: () => void;
};

/** Reservoir tasks in a worker of their own. */
export function createScorer(): Scorer {
  const worker = new Worker(new URL('./function.worker.ts', import.meta.url), {
    type: 'module',
    name: 'function',
  });
  const remote = wrap<FunctionWorker>(worker);
  return {
    score: (weights, protocol, told) => remote.score(weights, protocol, proxy(told)),
    scoreNulls: (question, told) => remote.scoreNulls(question, proxy(told)),
    dispose: () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
