import { expose } from 'comlink';
import type { Circuit } from '~/core/decoder/index.ts';
import { measure } from '~/core/metrics/index.ts';

const metricsWorker = { measure: (circuit: Circuit) => measure(circuit) };

export type MetricsWorker = typeof metricsWorker;

expose(metricsWorker);
