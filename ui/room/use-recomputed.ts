import { useMemo, useState } from 'react';
import type { ViewState } from '~/core/contracts/index.ts';
import { compareView, type ViewComparison } from '~/core/views/index.ts';
import type { ShownCircuit } from './use-shown-circuit.ts';
import { sameProbe } from './view.ts';

/** What came of computing a saved view again: known with the first circuit at its probe, and kept when the probe moves on. */
export function useRecomputed(state: ViewState, shown: ShownCircuit | null): ViewComparison | null {
  const [first, setFirst] = useState<ShownCircuit | null>(null);
  if (first === null && shown !== null && answers(state, shown)) setFirst(shown);
  return useMemo(
    () =>
      first &&
      compareView(state, { circuit: first.picture.circuit, borderline: first.borderlinePairs }),
    [first, state],
  );
}

const answers = ({ probe, size }: ViewState, { picture, z, seed, conditions }: ShownCircuit) =>
  picture.circuit.n === size && sameProbe({ z: [...z], seed, conditions }, probe);
