import type { MeasuredEffects } from '../contracts/direction.ts';
import { metricIds } from '../contracts/model.ts';
import type { SteeredDirection } from '../contracts/steering-report.ts';
import { effectOn } from '../directions/index.ts';

type About = Pick<SteeredDirection, 'kind' | 'moves' | 'held' | 'corrections' | 'length'>;

/**
 * A direction as a report keeps it: the curve of what it moves, and what it does to the eight metrics.
 * @param along its effects on the eight metrics @param own those on what it moves, where that is none of them
 */
export function steered(
  about: About,
  along: MeasuredEffects,
  own: MeasuredEffects = along,
): SteeredDirection {
  const moved = effectOn(own, about.moves);
  return {
    ...about,
    length: kept(about.length),
    own: moved && {
      circuits: own.circuits,
      individuals: own.individuals,
      curve: own.steps.map((step, k) => ({
        step,
        mean: kept(moved.mean[k] ?? 0),
        low: kept(moved.low[k] ?? 0),
        high: kept(moved.high[k] ?? 0),
      })),
      change: rounded(moved.change),
      spearman: moved.spearman,
    },
    metrics: metricIds.flatMap((metric) => {
      const found = effectOn(along, metric);
      return found ? [{ metric, ...rounded(found.change), spearman: found.spearman }] : [];
    }),
  };
}

function rounded({ mean, low, high }: { mean: number; low: number; high: number }) {
  return { mean: kept(mean), low: kept(low), high: kept(high) };
}

/** A manifest travels with its model: ten-thousandths say all there is to say. */
const kept = (value: number) => Number(value.toFixed(4));
