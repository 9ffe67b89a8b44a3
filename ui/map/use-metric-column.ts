import { useEffect, useState } from 'react';
import type { LatentMap } from '~/core/latent/index.ts';
import type { StructureMetricId } from '~/core/metrics/index.ts';
import { createMeter } from '~/ui/decode/index.ts';
import { knownColumn, nextSubjects, withValues, type MetricColumn } from './metric-columns.ts';

/** Circuits sent to the worker at a time, and the pause between two paintings, ms. */
const batch = 32;
const between = 250;

/**
 * A metric of every circuit of a map. What the file does not hold is measured in a worker, the column growing a few times
 * a second; what has been measured is kept as long as the map. Null asks nothing.
 */
export function useMetricColumn(map: LatentMap, id: StructureMetricId | null): MetricColumn | null {
  const [grown, setGrown] = useState<{ map: LatentMap; id: string; column: MetricColumn } | null>(
    null,
  );

  useEffect(() => {
    if (!id || knownColumn(map, id).measured === map.circuits) return;
    const meter = createMeter();
    let wanted = true;
    const ended = () => !wanted;
    const work = async () => {
      let told = performance.now();
      while (!ended()) {
        const subjects = nextSubjects(map, id, batch);
        if (subjects.length === 0) return;
        const values = await meter.valuesOf(id, subjects);
        if (ended()) return;
        const column = withValues(map, id, values);
        if (performance.now() - told < between && column.measured < map.circuits) continue;
        told = performance.now();
        setGrown({ map, id, column });
      }
    };
    void work();
    return () => {
      wanted = false;
      meter.dispose();
    };
  }, [map, id]);

  if (!id) return null;
  return grown?.map === map && grown.id === id ? grown.column : knownColumn(map, id);
}
