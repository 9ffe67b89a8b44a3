import { nanoid } from 'nanoid';
import type { Person, Pin } from '~/core/contracts/index.ts';
import { packCircuit } from '~/core/decoder/index.ts';
import type { ShownCircuit } from './use-shown-circuit.ts';

/** A pin of what is shown now, with its edges: it stays this circuit on every machine. */
export function makePin(
  shown: ShownCircuit,
  by: Person,
  model: string,
  name: string,
  now: number,
): Pin {
  return {
    id: `pin_${nanoid(12)}`,
    probe: { z: [...shown.z], seed: shown.seed, conditions: shown.conditions },
    model,
    ...packCircuit(shown.picture.circuit),
    borderline: shown.borderline,
    name,
    by,
    at: now,
  };
}
