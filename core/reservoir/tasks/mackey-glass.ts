import { RandomStream, streams } from '../../random.ts';
import { mackeyGlassSeries } from './mackey-glass-series.ts';
import { parameterOf, type ReservoirTask } from './task.ts';

const tau = 17;
const stepsPerUnit = 10;
const settle = 500;

export const mackeyGlass: ReservoirTask = {
  id: 'mackey-glass',
  code: 3,
  name: 'Mackey-Glass 17',
  measures: 'Predicting a mildly chaotic signal (delay 17) some steps ahead.',
  source: 'Mackey & Glass 1977, Science 197, 287; Jaeger & Haas 2004, Science 304, 78',
  score: {
    name: 'Error',
    unit: 'standard deviations of the target',
    formula: 'sqrt(mean (readout - x(t + horizon))² / variance of x)',
    better: 'lower',
    of: 'nrmse',
    over: 'mean',
    chance: '1',
  },
  parameters: [{ id: 'horizon', name: 'Horizon', unit: 'steps', default: 17, min: 1, max: 200 }],
  inputScaling: 0.5,
  history: () => 0,
  signal: (seed, steps, parameters) => {
    const stream = new RandomStream(seed, streams.reservoirSignal, mackeyGlass.code);
    const horizon = parameterOf(parameters, 'horizon');
    const start = 1.2 + 0.2 * (stream.uniform(0) - 0.5);
    const fine = mackeyGlassSeries(
      start,
      tau,
      tau * stepsPerUnit,
      (settle + steps + horizon) * stepsPerUnit,
    );
    // Mean and spread of the attractor are about 0.93 and 0.23.
    const value = (t: number) => 4 * ((fine[(settle + t) * stepsPerUnit] ?? 0) - 0.93);
    return {
      input: Float64Array.from({ length: steps }, (_, t) => value(t)),
      targets: [Float64Array.from({ length: steps }, (_, t) => value(t + horizon))],
    };
  },
};
