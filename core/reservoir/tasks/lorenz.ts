import { RandomStream, streams } from '../../random.ts';
import { lorenzSeries } from './lorenz-series.ts';
import { parameterOf, type ReservoirTask } from './task.ts';

const settle = 1000;

export const lorenz: ReservoirTask = {
  id: 'lorenz',
  code: 4,
  name: 'Lorenz',
  measures: 'Predicting a strongly chaotic signal from one of its three variables.',
  source: 'Lorenz 1963, J. Atmos. Sci. 20, 130; steps of 0.02',
  score: {
    name: 'Error',
    unit: 'standard deviations of the target',
    formula: 'sqrt(mean (readout - x(t + horizon))² / variance of x)',
    better: 'lower',
    of: 'nrmse',
    over: 'mean',
    chance: '1',
  },
  parameters: [{ id: 'horizon', name: 'Horizon', unit: 'steps', default: 20, min: 1, max: 200 }],
  inputScaling: 0.5,
  history: () => 0,
  signal: (seed, steps, parameters) => {
    const stream = new RandomStream(seed, streams.reservoirSignal, lorenz.code);
    const horizon = parameterOf(parameters, 'horizon');
    const start = [stream.uniform(0), 1 + stream.uniform(1), 25 + stream.uniform(2)] as const;
    const series = lorenzSeries(start, settle + steps + horizon);
    // The spread of x on the attractor is about 8.
    const value = (t: number) => (series[settle + t] ?? 0) / 8;
    return {
      input: Float64Array.from({ length: steps }, (_, t) => value(t)),
      targets: [Float64Array.from({ length: steps }, (_, t) => value(t + horizon))],
    };
  },
};
