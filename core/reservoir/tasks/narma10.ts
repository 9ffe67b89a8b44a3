import { RandomStream, streams } from '../../random.ts';
import type { ReservoirTask } from './task.ts';

/**
 * y(t + 1) = 0.3 y(t) + 0.05 y(t) sum of y(t - i), i 0..9, + 1.5 u(t - 9) u(t) + 0.1, and y = 0 up to t = 9.
 * The order of operations is that of the worker: both give the same bits. Atiya & Parlos 2000, eq. 86.
 */
export function narma10Series(input: Float64Array): Float64Array<ArrayBuffer> {
  const y = new Float64Array(input.length + 1);
  for (let t = 9; t < input.length; t++) {
    let sum = 0;
    for (let i = 0; i < 10; i++) sum += y[t - i] ?? 0;
    const now = y[t] ?? 0;
    y[t + 1] = 0.3 * now + 0.05 * now * sum + 1.5 * (input[t - 9] ?? 0) * (input[t] ?? 0) + 0.1;
  }
  return y;
}

export const narma10: ReservoirTask = {
  id: 'narma10',
  code: 2,
  name: 'NARMA-10',
  measures: 'Following a nonlinear system that depends on the last ten inputs.',
  source: 'Atiya & Parlos 2000, IEEE Trans. Neural Netw. 11, 697',
  score: {
    name: 'Error',
    unit: 'standard deviations of the target',
    formula: 'sqrt(mean (readout - y(t + 1))² / variance of y)',
    better: 'lower',
    of: 'nrmse',
    over: 'mean',
    chance: '1',
  },
  parameters: [],
  inputScaling: 0.5,
  history: () => 10,
  signal: (seed, steps) => {
    // For a rare input the recursion runs away; then the next attempt's input is taken.
    for (let attempt = 0; attempt < 100; attempt++) {
      const stream = new RandomStream(seed, streams.reservoirSignal, narma10.code, attempt);
      const input = Float64Array.from({ length: steps }, (_, t) => stream.uniform(t) / 2);
      const y = narma10Series(input);
      if (y.every((value) => value < 1)) return { input, targets: [y.slice(1)] };
    }
    throw new RangeError(`No input of ${steps} steps keeps NARMA-10 bounded under seed ${seed}.`);
  },
};
