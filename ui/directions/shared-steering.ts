import { metricIds, type SharedSteering } from '~/core/contracts/index.ts';
import type { MetricValues } from '~/core/metrics/index.ts';
import { reach, type Steering } from './steering.ts';

/** Sliders with the metrics of the circuit where they began; null: it was not decoded yet. */
export type Begun = Steering & { readonly before: MetricValues | null };

/** As many sliders, and names as long, as travel to others. */
const most = 32;
const longest = 80;

/** My sliders as others are told of them; nothing where they could not be shown there. */
export function sharedSteering(begun: Begun | null): SharedSteering | undefined {
  if (!begun || begun.amounts.size === 0 || begun.amounts.size > most) return undefined;
  const { origin, amounts, before } = begun;
  if ([...amounts.keys()].some((id) => id.length > longest)) return undefined;
  return {
    origin,
    amounts: Object.fromEntries(amounts),
    before: before && metricIds.map((id) => before[id]),
  };
}

/** The sliders of somebody else. */
export function readSteering({ origin, amounts, before }: SharedSteering): Begun {
  return {
    origin,
    amounts: new Map(
      Object.entries(amounts).filter(([, amount]) => amount !== 0 && Math.abs(amount) <= reach),
    ),
    before:
      before &&
      (Object.fromEntries(metricIds.map((id, k) => [id, before[k] ?? null])) as MetricValues),
  };
}
