import type { MeasureSettings } from '../contracts/measure.ts';
import type { ModelManifest } from '../contracts/model.ts';

type Counts = ModelManifest['figures']['circuits'];

/** What to start from: some minutes of two CPU cores for a model of 64 neurons. */
export function proposedMeasure({ train, test, validation }: Counts): MeasureSettings {
  return {
    structure: {
      metrics: 'eight',
      nulls: ['degree', 'reciprocity'],
      circuits: Math.min(100, Math.max(train, test, validation)),
      draws: 50,
    },
    function: null,
    seed: 1,
  };
}

/** The same for function, where it is wanted. */
export function proposedFunction({
  train,
  test,
}: Counts): NonNullable<MeasureSettings['function']> {
  return {
    tasks: ['memory', 'narma10', 'parity'],
    radii: [0.6, 0.9],
    inputs: 8,
    steps: 2000,
    train: Math.min(1000, train),
    test: Math.min(300, test),
    nulls: ['degree', 'reciprocity'],
    nullCircuits: Math.min(60, test),
    nullDraws: 5,
  };
}
