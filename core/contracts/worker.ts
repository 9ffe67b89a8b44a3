import { z } from 'zod';
import { id, sha256 } from './ids.ts';
import { line, report } from './text.ts';
import { runSpec } from './run-spec.ts';
import { modelManifest } from './model.ts';

/** What a worker and the server say to each other. The JSON schema beside the worker is generated from this file. */
export const claimRequest = z.object({
  name: report(80).min(1).describe('host, for the log; people name the worker itself'),
  version: report(80),
  device: report(200).describe('cpu, or the name of the GPU'),
  kinds: z.array(line(80)).max(16),
});
export type ClaimRequest = z.infer<typeof claimRequest>;

export const runPhase = z.enum([
  'sampling',
  'training',
  'evaluating',
  'exporting',
  'measuring',
  'uploading',
]);

/** Proof of holding a run: the token is new for each attempt, so whoever lost the lease is told apart. */
export const lease = z.object({
  runId: id,
  attempt: z.int().min(1),
  leaseToken: line(100),
});
export type Lease = z.infer<typeof lease>;

export const claimResponse = lease.extend({
  leaseSeconds: z.number(),
  spec: runSpec,
  corpusSha256: sha256,
  checkpoint: z
    .object({ sha256, epoch: z.int().describe('of a measurement: parts that are done') })
    .nullable(),
  lastSeq: z.int().min(0).describe('the worker numbers its events from lastSeq + 1'),
});
export type ClaimResponse = z.infer<typeof claimResponse>;

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
    values: z.record(line(80), z.number().nullable()),
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
    text: report(4000),
  }),
]);
export type RunEvent = z.infer<typeof runEvent>;

/** `seq` counts from 1 within a run and goes on over attempts, without gaps: an event sent twice is stored once. */
export const heartbeatRequest = lease.extend({
  events: z.array(z.object({ seq: z.int().min(1), event: runEvent })).max(500),
});
export type HeartbeatRequest = z.infer<typeof heartbeatRequest>;

export const heartbeatResponse = z.object({
  cancel: z.boolean(),
  leaseSeconds: z.number(),
  lastSeq: z.int().min(0).describe('everything up to here is stored; the worker may forget it'),
});
export type HeartbeatResponse = z.infer<typeof heartbeatResponse>;

export const artifactResponse = z.object({ sha256, bytes: z.int().min(0) });
export type ArtifactResponse = z.infer<typeof artifactResponse>;

/** Metrics are flushed by a heartbeat before a checkpoint is published. */
export const checkpointRequest = lease.extend({ epoch: z.int().min(0), lastSeq: z.int(), sha256 });
export type CheckpointRequest = z.infer<typeof checkpointRequest>;

export const completeRequest = lease.extend({ manifest: modelManifest });
export type CompleteRequest = z.infer<typeof completeRequest>;
export const completeResponse = z.object({
  modelId: id,
  version: z.int(),
  sha256: sha256.describe('of the stored manifest: the identity of the model'),
});
export type CompleteResponse = z.infer<typeof completeResponse>;

/** The end of a measurement; its result was uploaded before as an artifact of the run. */
export const measuredRequest = lease.extend({ sha256 });
export type MeasuredRequest = z.infer<typeof measuredRequest>;
export const measuredResponse = z.object({ measurementId: id, sha256 });
export type MeasuredResponse = z.infer<typeof measuredResponse>;

export const failRequest = lease.extend({ cancelled: z.boolean(), message: report(4000) });
export type FailRequest = z.infer<typeof failRequest>;

/** The worker stops of its own accord (it was asked to end): the run is queued again at its checkpoint. */
export const releaseRequest = lease.extend({ reason: report(400) });
export type ReleaseRequest = z.infer<typeof releaseRequest>;

export const stateResponse = z.object({ state: z.string().describe('of the run, now') });
export type StateResponse = z.infer<typeof stateResponse>;

export const errorResponse = z.object({ code: z.string(), message: z.string() });
export type ErrorResponse = z.infer<typeof errorResponse>;

/** Every message of the worker API by name, as it stands in contract.json. */
export const workerMessages = {
  ClaimRequest: claimRequest,
  ClaimResponse: claimResponse,
  HeartbeatRequest: heartbeatRequest,
  HeartbeatResponse: heartbeatResponse,
  ArtifactResponse: artifactResponse,
  CheckpointRequest: checkpointRequest,
  CompleteRequest: completeRequest,
  CompleteResponse: completeResponse,
  MeasuredRequest: measuredRequest,
  MeasuredResponse: measuredResponse,
  FailRequest: failRequest,
  ReleaseRequest: releaseRequest,
  StateResponse: stateResponse,
  ErrorResponse: errorResponse,
} as const;
