import { expose } from 'comlink';
import type { ReservoirProtocol } from '~/core/contracts/index.ts';
import type { NotDefined } from '~/core/metrics/index.ts';
import { nullModelOf, type NullModelId } from '~/core/nulls/index.ts';
import {
  nullRounds,
  reservoirRounds,
  type NullScore,
  type NullScoresAsked,
  type ReservoirWeights,
  type ScoreAt,
} from '~/core/reservoir/index.ts';

export type NullScoresQuestion = Omit<NullScoresAsked, 'model'> & { readonly model: NullModelId };

/** Scores of nulls are told together, about so often, ms: one by one they would come a hundred times a second. */
const between = 80;

let newest = 0;

/** A task of its own, in which a newer request can arrive. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

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
      await turn();
      if (mine !== newest) return false;
    }
    return true;
  },

  /**
   * Scores of null circuits, told as they come. A newer request ends this one.
   * @returns why there are none, or null
   */
  async scoreNulls(
    question: NullScoresQuestion,
    told: (scores: NullScore[]) => void,
  ): Promise<NotDefined | null> {
    const mine = ++newest;
    const rounds = nullRounds({ ...question, model: nullModelOf(question.model) });
    let waiting: NullScore[] = [];
    let last = performance.now();
    for (let next = rounds.next(); mine === newest; next = rounds.next()) {
      if (next.done) {
        told(waiting);
        return next.value;
      }
      waiting.push(next.value);
      if (performance.now() - last < between) continue;
      told(waiting);
      waiting = [];
      await turn();
      last = performance.now();
    }
    return null;
  },
};

export type FunctionWorker = typeof functionWorker;

expose(functionWorker);
