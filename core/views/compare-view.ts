import type { ViewState } from '../contracts/view.ts';
import { differingPairs, unpackCircuit, type Circuit } from '../decoder/index.ts';
import { measure } from '../metrics/index.ts';

/** How a pair i < j is connected, or i = j for a self-connection. */
export type PairState = 'none' | 'forward' | 'backward' | 'both' | 'self';

/** A pair that is connected otherwise than it was shown. */
export type PairDifference = {
  readonly i: number;
  readonly j: number;
  readonly was: PairState;
  readonly is: PairState;
  /** Within 1e-4 of a boundary of the draw, then or now: backends differ in the last digits, so it may fall either way. */
  readonly borderline: boolean;
};

export type ValueDifference = {
  readonly metric: string;
  readonly was: number | null;
  readonly is: number | null;
};

/** What came of opening a view. Both lists empty: identical. */
export type ViewComparison = {
  readonly pairs: readonly PairDifference[];
  readonly values: readonly ValueDifference[];
  /** How much was compared: connections as stored, and values. */
  readonly compared: { readonly connections: number; readonly values: number };
};

/** What a page has found again. `borderline` null: stored connections, nothing was drawn. */
export type Recomputed = {
  readonly circuit: Circuit;
  readonly borderline: readonly (readonly [number, number])[] | null;
};

/** Engines may round the last digit of a logarithm otherwise. */
const rounding = 1e-9;

/** What a page shows beside what it showed when the view was saved. @throws RangeError when N differs */
export function compareView(state: ViewState, found: Recomputed): ViewComparison {
  const stored = unpackCircuit({ n: state.size, adjacency: state.edges.adjacency });
  const near = new Set([...state.edges.borderline, ...(found.borderline ?? [])].map(String));
  const pairs = differingPairs(stored, found.circuit).map(([i, j]) => ({
    ...{ i, j },
    was: pairState(stored, i, j),
    is: pairState(found.circuit, i, j),
    borderline: near.has(String([i, j])),
  }));
  const measured: Record<string, number | null> = measure(found.circuit);
  const known = state.values.filter(({ metric }) => metric in measured);
  const values = known
    .map(({ metric, value: was }) => ({ metric, was, is: measured[metric] ?? null }))
    .filter(({ was, is }) => !same(was, is));
  return { pairs, values, compared: { connections: state.edges.count, values: known.length } };
}

/** Whether everything was found again. */
export const isIdentical = ({ pairs, values }: ViewComparison): boolean =>
  pairs.length === 0 && values.length === 0;

function same(was: number | null, is: number | null): boolean {
  if (was === null || is === null) return was === is;
  return Math.abs(was - is) <= rounding * Math.max(1, Math.abs(was));
}

function pairState({ n, adjacency }: Circuit, i: number, j: number): PairState {
  const forward = adjacency[i * n + j] === 1;
  const backward = adjacency[j * n + i] === 1;
  if (i === j) return forward ? 'self' : 'none';
  if (forward) return backward ? 'both' : 'forward';
  return backward ? 'backward' : 'none';
}
