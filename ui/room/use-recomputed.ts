import { useMemo, useState } from 'react';
import type { ViewState } from '~/core/contracts/index.ts';
import { compareView, type BesideRows, type ViewComparison } from '~/core/views/index.ts';
import { usualDraws } from '~/ui/decode/index.ts';
import type { BesideShown } from '~/ui/structure/index.ts';
import { drawnRows } from './drawn-rows.ts';
import type { ShownCircuit } from './use-shown-circuit.ts';
import { sameProbe } from './view.ts';

/**
 * What came of computing a saved view again: known with the first circuit at its probe, of its null with the last draw,
 * and kept when the probe moves on.
 */
export function useRecomputed(
  state: ViewState,
  shown: ShownCircuit | null,
  beside: BesideShown | null,
): ViewComparison | null {
  const [first, setFirst] = useState<ShownCircuit | null>(null);
  const [rows, setRows] = useState<BesideRows | null>(null);
  const here = shown !== null && answers(state, shown) ? shown : null;
  if (first === null && here) setFirst(here);
  const drawn = here && beside?.of === here.picture && asked(state, beside) && drawnRows(beside);
  if (rows === null && drawn) setRows(drawn);
  return useMemo(() => {
    if (!first) return null;
    const { picture, borderlinePairs: borderline } = first;
    return compareView(state, { circuit: picture.circuit, borderline, beside: rows });
  }, [first, rows, state]);
}

const answers = ({ probe, size }: ViewState, { picture, z, seed, conditions }: ShownCircuit) =>
  picture.circuit.n === size && sameProbe({ z: [...z], seed, conditions }, probe);

/** Whether this is the null of the view, drawn as then. */
const asked = ({ beside }: ViewState, { choice }: BesideShown): boolean =>
  beside?.with === choice && beside.draws === usualDraws.draws && beside.seed === usualDraws.seed;
