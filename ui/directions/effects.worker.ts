import { expose } from 'comlink';
import { metricIds, type ReservoirProtocol } from '~/core/contracts/index.ts';
import type { Circuit } from '~/core/decoder/index.ts';
import { functionScore } from '~/core/directions/index.ts';
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

  /** The score of a circuit under a protocol; NaN where it has none. */
  score: (circuit: Circuit, classes: readonly string[], protocol: ReservoirProtocol): number =>
    functionScore(circuit, classes, protocol),
};

export type EffectsWorker = typeof effectsWorker;

expose(effectsWorker);
