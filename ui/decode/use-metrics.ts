'use client';

import { useEffect, useRef, useState } from 'react';
import type { Circuit } from '~/core/decoder/index.ts';
import type { MetricValues } from '~/core/metrics/index.ts';
import { superseded } from './latest-wins.ts';
import { createMeter, type Meter } from './metrics-client.ts';

/** The eight metrics of a circuit, measured in a worker; null until the first is done. Older values stay until then. */
export function useMetrics(circuit: Circuit | null): MetricValues | null {
  const meter = useRef<Meter | null>(null);
  const [values, setValues] = useState<MetricValues | null>(null);

  useEffect(() => {
    const created = createMeter();
    meter.current = created;
    return () => created.dispose();
  }, []);

  useEffect(() => {
    if (!meter.current || !circuit) return;
    void meter.current.measure(circuit).then((measured) => {
      if (measured !== superseded) setValues(measured);
    });
  }, [circuit]);

  return circuit ? values : null;
}
