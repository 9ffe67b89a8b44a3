import { z } from 'zod';
import { id, isoDate } from './ids.ts';
import { runSpec } from './run-spec.ts';
import { runEvent, runPhase } from './worker.ts';

export const runKind = z.enum(['train', 'measure']);

export const runState = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']);
export type RunState = z.infer<typeof runState>;

export const runSummary = z.object({
  id,
  labId: id,
  kind: runKind,
  name: z.string(),
  state: runState,
  phase: runPhase.nullable(),
  progress: z.number(),
  attempt: z.int(),
  cancelRequested: z.boolean(),
  worker: z.string().nullable(),
  error: z.string().nullable(),
  connectome: z.object({ id, name: z.string() }),
  modelId: id.nullable().describe('the model that was made, or that is measured'),
  createdBy: z.string(),
  createdAt: isoDate,
  startedAt: isoDate.nullable(),
  endedAt: isoDate.nullable(),
});
export type RunSummary = z.infer<typeof runSummary>;

/** What a queued run waits for. `ahead`: runs that the same workers take first. */
export const runWaiting = z.object({
  ahead: z.int().min(0),
  workers: z.int().min(0).describe('connected now, of those that may take it'),
  older: z.int().min(0).describe('connected too, but of a version that knows no such run'),
  busy: z.int().min(0).describe('of these, how many hold another run'),
});
export type RunWaiting = z.infer<typeof runWaiting>;

export const runDetail = runSummary.extend({
  spec: runSpec,
  waiting: runWaiting.nullable().describe('null once it is no longer queued'),
});
export type RunDetail = z.infer<typeof runDetail>;

/** `index` is the position in the run's record; a subscription resumes after the last one seen. */
export const runEventRow = z.object({
  index: z.int(),
  at: isoDate,
  attempt: z.int(),
  event: runEvent,
});
export type RunEventRow = z.infer<typeof runEventRow>;
