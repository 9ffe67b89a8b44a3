import { z } from 'zod';
import { id, sha256 } from './ids.ts';
import { trainSpec } from './training.ts';
import { modelManifest } from './model.ts';

/** What a worker and the server say to each other. The JSON schema beside the worker is generated from this file. */
export const claimRequest = z.object({
  name: z.string().min(1).max(80),
  version: z.string(),
  device: z.string().describe('cpu, or the name of the GPU'),
  kinds: z.array(z.string()),
});

export const runPhase = z.enum(['sampling', 'training', 'evaluating', 'exporting', 'uploading']);

export const lease = z.object({
  runId: id,
  attempt: z.int().min(1),
  leaseToken: z.string(),
});

export const claimResponse = lease.extend({
  leaseSeconds: z.number(),
  spec: trainSpec,
  corpusSha256: sha256,
  checkpoint: z.object({ sha256, epoch: z.int() }).nullable(),
});

/** A circuit without its neurons: N and the bit-packed adjacency, rows presynaptic, little bit order, base64. */
export const packedCircuit = z.object({
  n: z.int(),
  adjacency: z.string(),
  x: z.array(z.number()).optional(),
  y: z.array(z.number()).optional(),
});

export const runEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('phase'), phase: runPhase, progress: z.number().min(0).max(1) }),
  z.object({
    kind: z.literal('metric'),
    epoch: z.int(),
    values: z.record(z.string(), z.number().nullable()),
  }),
  z.object({
    kind: z.literal('sample'),
    epoch: z.int(),
    generated: z.array(packedCircuit),
    observed: z.array(packedCircuit),
  }),
  z.object({
    kind: z.literal('log'),
    level: z.enum(['info', 'warning', 'error']),
    text: z.string().max(4000),
  }),
]);
export type RunEvent = z.infer<typeof runEvent>;

/** `seq` counts from 1 within a run and goes on over attempts: an event sent twice is stored once. */
export const heartbeatRequest = lease.extend({
  events: z.array(z.object({ seq: z.int().min(1), event: runEvent })),
});
export const heartbeatResponse = z.object({ cancel: z.boolean(), leaseSeconds: z.number() });

/** Metrics are flushed by a heartbeat before a checkpoint is published. */
export const checkpointRequest = lease.extend({ epoch: z.int(), lastSeq: z.int(), sha256 });
export const completeRequest = lease.extend({ manifest: modelManifest });
export const failRequest = lease.extend({ cancelled: z.boolean(), message: z.string().max(4000) });
export const errorResponse = z.object({ code: z.string(), message: z.string() });
