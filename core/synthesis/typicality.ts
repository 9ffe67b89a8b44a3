import type { Circuit } from '../decoder/circuit.ts';
import { pairStates, type PairLogits } from '../decoder/pair-probabilities.ts';

/** How a circuit's log-probability stands among plain draws at the same place, of the same individuality. */
export type Typicality = {
  /** ln p of the circuit's pairs */
  logProbability: number;
  /** of plain draws, in closed form: pairs are independent */
  mean: number;
  sd: number;
  /** (mean - logProbability) / sd: above 0 it is less likely than a typical draw */
  cost: number;
};

/** Self-edges are left out. cost is 0 where the model leaves nothing to chance and the circuit is its only one. */
export function typicality(logits: PairLogits, circuit: Circuit): Typicality {
  const { n } = logits;
  const states = new Float64Array(4);
  let [logProbability, mean, variance] = [0, 0, 0];
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      pairStates(logits, i, j, states);
      let [first, second] = [0, 0];
      for (const p of states) {
        const log = logOf(p);
        first += p * log;
        second += p * log * log;
      }
      mean += first;
      variance += Math.max(0, second - first * first);
      const state =
        (circuit.adjacency[i * n + j] ?? 0) | ((circuit.adjacency[j * n + i] ?? 0) << 1);
      logProbability += logOf(states[state] ?? 0);
    }
  const sd = Math.sqrt(variance);
  return { logProbability, mean, sd, cost: sd > 0 ? (mean - logProbability) / sd : 0 };
}

/** Of what the model holds for impossible, the least that a number can say. */
const logOf = (p: number) => Math.log(Math.max(p, Number.MIN_VALUE));
