import type { FunctionTask, PredictorId } from '../contracts/measurement.ts';
import { structureMetrics } from '../metrics/index.ts';
import { reservoirTaskOf } from '../reservoir/index.ts';
import type { Marker } from '../report/marker.ts';

/** What scores are told from, as people read it. */
export const predictors: Readonly<Record<PredictorId, { name: string; marker: Marker }>> = {
  z: { name: 'z', marker: { shape: 'disc', role: 'accent' } },
  metrics: { name: 'eight metrics', marker: { shape: 'square', role: 'excitatory' } },
  both: { name: 'both', marker: { shape: 'diamond', role: 'fold-test' } },
  conditions: { name: 'conditions', marker: { shape: 'cross', role: 'ink-2' } },
};

/** 1 where more is better, -1 where a score is an error. */
export const signOf = ({ protocol }: FunctionTask): 1 | -1 =>
  reservoirTaskOf(protocol.task).score.better === 'higher' ? 1 : -1;

/** The name of a metric; one that this build does not know is called by its id. */
export const metricName = (id: string): string =>
  structureMetrics.find((metric) => metric.id === id)?.name ?? id;

/** Shapes and colours for things that come in any number up to six. */
export const lookOf = (index: number): Marker => looks[index % looks.length] ?? looks[0];

const looks = [
  { shape: 'disc', role: 'accent' },
  { shape: 'square', role: 'excitatory' },
  { shape: 'diamond', role: 'inhibitory' },
  { shape: 'up', role: 'fold-test' },
  { shape: 'down', role: 'fold-validation' },
  { shape: 'cross', role: 'ink-2' },
] as const satisfies readonly [Marker, ...Marker[]];
