import { proxy, releaseProxy, wrap } from 'comlink';
import type { Circuit } from '~/core/decoder/index.ts';
import type { MetricValues, Subject } from '~/core/metrics/index.ts';
import type { Comparison } from '~/core/nulls/index.ts';
import type { TerrainPropertyId } from '~/core/terrain/index.ts';
import { latestWins, type Superseded } from './latest-wins.ts';
import type { MetricsWorker, NullQuestion } from './metrics.worker.ts';

export type Meter = {
  /** All eight metrics, or `superseded` when a newer circuit came first. */
  measure: (circuit: Circuit) => Promise<MetricValues | Superseded>;
  /** One property of each circuit, NaN where it is not defined. */
  valuesOf: (id: TerrainPropertyId, subjects: readonly Subject[]) => Promise<Float64Array>;
  /** Metrics beside their null, reported as it grows. The function that comes back ends the reports. */
  besideNull: (question: NullQuestion, report: (comparison: Comparison) => void) => () => void;
  dispose: () => void;
};

/** The structure metrics in a worker of their own. */
export function createMeter(): Meter {
  const worker = new Worker(new URL('./metrics.worker.ts', import.meta.url), {
    type: 'module',
    name: 'metrics',
  });
  const remote = wrap<MetricsWorker>(worker);
  let disposed = false;
  return {
    measure: latestWins(({ n, adjacency }: Circuit) => remote.measure({ n, adjacency })),
    valuesOf: (id, subjects) => remote.valuesOf(id, subjects),
    besideNull: (question, report) => {
      let ended = false;
      void remote.besideNull(
        question,
        proxy((comparison: Comparison) => {
          if (!ended) report(comparison);
        }),
      );
      return () => {
        ended = true;
        if (!disposed) void remote.stop();
      };
    },
    dispose: () => {
      if (disposed) return;
      disposed = true;
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
