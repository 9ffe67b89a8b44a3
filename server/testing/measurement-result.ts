import type { MeasurementResult, MeasureSpec, RecordedMeasure } from '~/core/contracts/index.ts';

/** As little as may be asked for. */
export const smallMeasure: Omit<MeasureSpec, 'modelId'> = {
  name: 'Structure',
  structure: { metrics: 'eight', nulls: ['degree'], circuits: 4, draws: 3 },
  function: null,
  seed: 1,
};

/** A sound result of a spec that found nothing to tell. */
export function resultFor(spec: RecordedMeasure, corpusSha256: string): MeasurementResult {
  return {
    format: 'latentome-measurement-1',
    spec,
    corpusSha256,
    code: 'test',
    structure: [],
    function: null,
  };
}
