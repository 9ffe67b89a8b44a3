import { z } from 'zod';
import { recordedMeasure } from './measure.ts';
import { recordedSpec } from './training.ts';

/** Everything a worker may be asked to do; `kind` decides which workers are handed it. */
export const runSpec = z.discriminatedUnion('kind', [recordedSpec, recordedMeasure]);
export type RunSpec = z.infer<typeof runSpec>;
