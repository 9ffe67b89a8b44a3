import { RandomStream, streams } from '../../random.ts';
import { parameterOf, type ReservoirTask } from './task.ts';

export const memory: ReservoirTask = {
  id: 'memory',
  code: 1,
  name: 'Memory capacity',
  measures: 'How much of a random input the circuit still holds some steps later.',
  source: 'Jaeger 2002, Short term memory in echo state networks, GMD Report 152',
  score: {
    name: 'Memory capacity',
    unit: 'steps',
    formula: 'sum over lags k of r²(readout k, u(t - k))',
    better: 'higher',
    of: 'r2',
    over: 'sum',
    chance: '0',
  },
  parameters: [
    { id: 'firstLag', name: 'First lag', unit: 'steps', default: 1, min: 0, max: 200 },
    { id: 'lastLag', name: 'Last lag', unit: 'steps', default: 20, min: 1, max: 200 },
  ],
  inputScaling: 0.5,
  history: (parameters) => parameterOf(parameters, 'lastLag'),
  signal: (seed, steps, parameters) => {
    const stream = new RandomStream(seed, streams.reservoirSignal, memory.code);
    const input = Float64Array.from({ length: steps }, (_, t) => 2 * stream.uniform(t) - 1);
    const first = parameterOf(parameters, 'firstLag');
    const targets = Array.from(
      { length: parameterOf(parameters, 'lastLag') - first + 1 },
      (_, index) => {
        const target = new Float64Array(steps);
        target.set(input.subarray(0, steps - first - index), first + index);
        return target;
      },
    );
    return { input, targets };
  },
};
