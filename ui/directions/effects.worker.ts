import { expose } from 'comlink';
import type { Circuit } from '~/core/decoder/index.ts';
import { metricIds } from '~/core/contracts/index.ts';
import { measure } from '~/core/metrics/index.ts';

const effectsWorker = {
  /** The eight metrics of each circuit [circuits * 8], NaN where one is not defined. */
  measureMany(circuits: readonly Circuit[]): Float64Array {
    return Float64Array.from(
      circuits.flatMap((circuit) => {
        const values = measure(circuit);
        return metricIds.map((id) => values[id] ?? NaN);
      }),
    );
  },
};

export type EffectsWorker = typeof effectsWorker;

expose(effectsWorker);
