import type { Probe } from '~/core/contracts/index.ts';

/** How far a slider goes either way, in steps. */
export const reach = 2;

/** Where a person stood, and by how many steps each slider has moved them since. */
export type Steering = {
  readonly origin: Probe;
  /** by direction; none is zero */
  readonly amounts: ReadonlyMap<string, number>;
};

type Known = readonly { readonly id: string; readonly vector: readonly number[] }[];

/** A probe is kept to four decimals as it travels to others. */
const tolerance = 2e-4;

/** z where the sliders lead: where I stood and the sum of the steps [Z]. */
export function steeredPlace({ origin, amounts }: Steering, known: Known): number[] {
  const z = [...origin.z];
  for (const { id, vector } of known) {
    const amount = amounts.get(id) ?? 0;
    if (amount !== 0)
      vector.forEach((value, d) => {
        z[d] = (z[d] ?? 0) + amount * value;
      });
  }
  return z;
}

/** Whether the probe is where the sliders have led it; if not, something else has moved it and steering begins anew. */
export function isHeld(steering: Steering, probe: Probe, known: Known): boolean {
  if (steering.origin.seed !== probe.seed || steering.origin.conditions !== probe.conditions)
    return false;
  const place = steeredPlace(steering, known);
  return (
    place.length === probe.z.length &&
    place.every((value, d) => Math.abs(value - (probe.z[d] ?? 0)) <= tolerance)
  );
}

/** One slider at another place; in its middle it is none. */
export function withAmount(steering: Steering, id: string, amount: number): Steering {
  const amounts = new Map(steering.amounts);
  if (amount === 0) amounts.delete(id);
  else amounts.set(id, amount);
  return { ...steering, amounts };
}
