import { nanoid } from 'nanoid';
import type { Person, Pin } from '~/core/contracts/index.ts';
import { packCircuit, type Circuit } from '~/core/decoder/index.ts';

/** A circuit and the probe it belongs to. */
export type Pinnable = {
  readonly circuit: Circuit;
  readonly z: readonly number[];
  readonly seed: number;
  readonly conditions: number;
  readonly borderline: number;
};

/** A pin of what is shown or was made now, with its edges: it stays this circuit on every machine. */
export function makePin(
  shown: Pinnable,
  by: Person,
  model: string,
  name: string,
  now: number,
): Pin {
  return {
    id: `pin_${nanoid(12)}`,
    probe: { z: [...shown.z], seed: shown.seed, conditions: shown.conditions },
    model,
    ...packCircuit(shown.circuit),
    borderline: shown.borderline,
    name,
    by,
    at: now,
  };
}
