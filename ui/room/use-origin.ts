import { useCallback, useLayoutEffect, useRef } from 'react';
import type { MetricValues } from '~/core/metrics/index.ts';
import type { Origin } from '~/ui/synthesis/index.ts';
import type { View } from './view.ts';

/** Where an order would begin now, as a function that stays the same while the probe moves; null before a circuit is measured. */
export function useOrigin(
  { probe, opened }: Pick<View, 'probe' | 'opened'>,
  values: MetricValues | null,
  observed: MetricValues | null,
): () => Origin | null {
  const newest = useRef<Origin | null>(null);
  useLayoutEffect(() => {
    newest.current = values && {
      z: probe.z,
      seed: probe.seed,
      conditions: probe.conditions,
      sources: [
        { label: 'the probe', values },
        ...(observed && opened !== null
          ? [{ label: `circuit ${opened + 1}`, values: observed }]
          : []),
      ],
    };
  }, [probe, opened, values, observed]);
  return useCallback(() => newest.current, []);
}
