import { z } from 'zod';
import { id, isoDate } from './ids.ts';
import { trainSpec } from './training.ts';
import { runEvent, runPhase } from './worker.ts';

export const runState = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']);
export type RunState = z.infer<typeof runState>;

export const runSummary = z.object({
  id,
  labId: id,
  name: z.string(),
  state: runState,
  phase: runPhase.nullable(),
  progress: z.number(),
  attempt: z.int(),
  cancelRequested: z.boolean(),
  worker: z.string().nullable(),
  error: z.string().nullable(),
  connectome: z.object({ id, name: z.string() }),
  modelId: id.nullable(),
  createdBy: z.string(),
  createdAt: isoDate,
  startedAt: isoDate.nullable(),
  endedAt: isoDate.nullable(),
});
export type RunSummary = z.infer<typeof runSummary>;

export const runDetail = runSummary.extend({ spec: trainSpec });
export type RunDetail = z.infer<typeof runDetail>;

/** `index` is the position in the run's record; a subscription resumes after the last one seen. */
export const runEventRow = z.object({
  index: z.int(),
  at: isoDate,
  attempt: z.int(),
  event: runEvent,
});
export type RunEventRow = z.infer<typeof runEventRow>;
