import { releaseProxy, wrap } from 'comlink';
import type { Circuit } from '~/core/decoder/index.ts';
import type { MetricValues } from '~/core/metrics/index.ts';
import { latestWins, type Superseded } from './latest-wins.ts';
import type { MetricsWorker } from './metrics.worker.ts';

export type Meter = {
  /** All eight metrics, or `superseded` when a newer circuit came first. */
  measure: (circuit: Circuit) => Promise<MetricValues | Superseded>;
  dispose: () => void;
};

/** The structure metrics in a worker of their own. */
export function createMeter(): Meter {
  const worker = new Worker(new URL('./metrics.worker.ts', import.meta.url), {
    type: 'module',
    name: 'metrics',
  });
  const remote = wrap<MetricsWorker>(worker);
  return {
    measure: latestWins(({ n, adjacency }: Circuit) => remote.measure({ n, adjacency })),
    dispose: () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
