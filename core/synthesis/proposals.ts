import { pairStates, type PairLogits } from '../decoder/pair-probabilities.ts';
import { AliasTable } from './alias-table.ts';

/**
 * Where a walk proposes changes and which: pairs by their weight, the new state of a pair by its probabilities. Pair
 * i < j has number i N - i (i + 1) / 2 + (j - i - 1), as in the draw.
 */
export type Proposals = {
  readonly n: number;
  readonly pairs: AliasTable;
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  /** probabilities of none, forward, backward, reciprocal [pairs * 4] */
  readonly states: Float64Array;
};

/** The least weight of a pair, so that each comes up some time. */
const floor = 2e-3;

/** The model's own: pairs in proportion to how likely they are connected, states as it would draw them. */
export function modelProposals(logits: PairLogits): Proposals {
  const { n } = logits;
  const states = new Float64Array(2 * n * (n - 1));
  for (let i = 0, pair = 0; i < n; i++)
    for (let j = i + 1; j < n; j++, pair++)
      pairStates(logits, i, j, states.subarray(4 * pair, 4 * pair + 4));
  const weights = Float64Array.from(
    { length: (n * (n - 1)) / 2 },
    (_, pair) => floor + 1 - (states[4 * pair] ?? 0),
  );
  return { n, pairs: new AliasTable(weights), ...pairsOf(n), states };
}

/** Of somebody who knows no model: every pair and every state alike. */
export function uniformProposals(n: number): Proposals {
  const count = (n * (n - 1)) / 2;
  const states = new Float64Array(4 * count).fill(0.25);
  return { n, pairs: new AliasTable(new Float64Array(count).fill(1)), ...pairsOf(n), states };
}

function pairsOf(n: number) {
  const first = new Uint16Array((n * (n - 1)) / 2);
  const second = new Uint16Array((n * (n - 1)) / 2);
  for (let i = 0, pair = 0; i < n; i++)
    for (let j = i + 1; j < n; j++, pair++) [first[pair], second[pair]] = [i, j];
  return { first, second };
}
