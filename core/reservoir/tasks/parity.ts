import { RandomStream, streams } from '../../random.ts';
import { parameterOf, type ReservoirTask } from './task.ts';

export const parity: ReservoirTask = {
  id: 'parity',
  code: 5,
  name: 'Parity',
  measures: 'Classifying each run of the last few binary inputs as odd or even.',
  source: 'Bertschinger & Natschläger 2004, Neural Comput. 16, 1413',
  score: {
    name: 'Right',
    unit: 'share of steps',
    formula: 'share of steps at which the readout has the sign of u(t) u(t - 1) ...',
    better: 'higher',
    of: 'accuracy',
    over: 'mean',
    chance: '0.5',
  },
  parameters: [
    // tanh without a bias is odd, so only products of an odd number of inputs are within reach.
    { id: 'bits', name: 'Inputs in a run', unit: 'odd number', default: 5, min: 1, max: 9 },
  ],
  inputScaling: 1,
  history: (parameters) => parameterOf(parameters, 'bits'),
  signal: (seed, steps, parameters) => {
    const stream = new RandomStream(seed, streams.reservoirSignal, parity.code);
    const bits = parameterOf(parameters, 'bits');
    const input = Float64Array.from({ length: steps }, (_, t) =>
      stream.uniform(t) < 0.5 ? -1 : 1,
    );
    const target = Float64Array.from({ length: steps }, (_, t) => {
      let product = 1;
      for (let back = 0; back < bits; back++) product *= input[t - back] ?? 1;
      return product;
    });
    return { input, targets: [target] };
  },
};
