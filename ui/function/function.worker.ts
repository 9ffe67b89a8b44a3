import { expose } from 'comlink';
import type { ReservoirProtocol } from '~/core/contracts/index.ts';
import { reservoirRounds, type ReservoirWeights, type ScoreAt } from '~/core/reservoir/index.ts';

let newest = 0;

const functionWorker = {
  /**
   * Scores one after the other, each told as it is there. A newer request ends this one after its present score.
   * @returns whether it came to its end
   */
  async score(
    weights: ReservoirWeights,
    protocol: ReservoirProtocol,
    told: (score: ScoreAt) => void,
  ): Promise<boolean> {
    const mine = ++newest;
    for (const score of reservoirRounds(weights, protocol)) {
      told(score);
      // A task of its own, in which a newer request can arrive.
      await new Promise((resolve) => setTimeout(resolve));
      if (mine !== newest) return false;
    }
    return true;
  },
};

export type FunctionWorker = typeof functionWorker;

expose(functionWorker);
