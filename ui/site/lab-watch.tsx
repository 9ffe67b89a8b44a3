'use client';
import type { LabPerson } from '~/core/contracts/index.ts';
import { useLabWatch } from './use-lab-watch.ts';

type Props = { labId: string; onPeople?: (people: readonly LabPerson[]) => void };

/** Keeps what a page shows of a lab up to date while it is there. */
export function LabWatch({ labId, onPeople = nobodyAsks }: Props) {
  useLabWatch(labId, onPeople);
  return null;
}

const nobodyAsks = () => undefined;
