'use client';
import { useLabWatch } from './use-lab-watch.ts';

/** Keeps what a page shows of a lab up to date while it is there. */
export function LabWatch({ labId }: { labId: string }) {
  useLabWatch(labId);
  return null;
}
