import type { ViewState } from '../contracts/view.ts';
import { differingPairs, unpackCircuit, type Circuit } from '../decoder/index.ts';
import { canonicalJson } from '../exchange/canonical-json.ts';
import { measure } from '../metrics/index.ts';
import { terrainProtocolOf } from '../terrain/index.ts';

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

/** What came of opening a view. All lists empty and the protocol the same: identical. */
export type ViewComparison = {
  readonly pairs: readonly PairDifference[];
  readonly values: readonly ValueDifference[];
  /** Of what the values stood beside; named "metric: mean" and so on. */
  readonly beside: readonly ValueDifference[];
  /** The terrain was of a task that is scored otherwise now. */
  readonly otherProtocol: boolean;
  /** How much was compared: connections as stored, values, and metrics beside draws of a null. */
  readonly compared: {
    readonly connections: number;
    readonly values: number;
    readonly beside: number;
  };
};

export type BesideRows = NonNullable<ViewState['beside']>['rows'];

/** What a page has found again. `borderline` null: stored connections, nothing was drawn. */
export type Recomputed = {
  readonly circuit: Circuit;
  readonly borderline: readonly (readonly [number, number])[] | null;
  /** The metrics beside the same null, drawn again; null: not drawn yet, or not asked for. */
  readonly beside: BesideRows | null;
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
  const rows = found.beside ? (state.beside?.rows ?? []) : [];
  return {
    pairs,
    values,
    beside: rows.flatMap((row) => besideDifferences(row, found.beside ?? [])),
    otherProtocol: isOtherProtocol(state.ground),
    compared: { connections: state.edges.count, values: known.length, beside: rows.length },
  };
}

/** Whether everything was found again. */
export const isIdentical = ({ pairs, values, beside, otherProtocol }: ViewComparison): boolean =>
  pairs.length === 0 && values.length === 0 && beside.length === 0 && !otherProtocol;

function besideDifferences(was: BesideRows[number], found: BesideRows): ValueDifference[] {
  const is = found.find(({ metric }) => metric === was.metric);
  return (['mean', 'low', 'high', 'z'] as const)
    .map((part) => ({
      metric: `${was.metric}: ${part}`,
      was: was[part],
      is: is?.[part] ?? null,
    }))
    .filter((one) => !same(one.was, one.is));
}

function isOtherProtocol({ property, protocol, shown }: ViewState['ground']): boolean {
  const now = terrainProtocolOf(property);
  return shown && protocol !== null && canonicalJson(protocol) !== canonicalJson(now);
}

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
