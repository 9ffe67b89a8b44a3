import { z } from 'zod';
import { id, isoDate, role } from './ids.ts';
import { modelManifest } from './model.ts';
import { person } from './room.ts';

export const labSummary = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  role: role.nullable().describe('null: a guest of a lab open to guests'),
  openToGuests: z.boolean(),
  counts: z.object({
    connectomes: z.int(),
    models: z.int(),
    rooms: z.int(),
    runs: z.int(),
    members: z.int(),
  }),
});
export type LabSummary = z.infer<typeof labSummary>;

export const member = z.object({
  userId: id,
  name: z.string(),
  email: z.string().nullable(),
  emailVerified: z
    .boolean()
    .nullable()
    .describe('whether the address is proved to be theirs; null with the address'),
  role,
  since: isoDate,
});
export type Member = z.infer<typeof member>;

/** An account found by its address, for an owner to be sure of before it is added. */
export const foundAccount = z.object({
  userId: id,
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  since: isoDate,
  code: z.string().describe('the same code stands on the person’s own list of labs'),
});
export type FoundAccount = z.infer<typeof foundAccount>;

export const modelSummary = z.object({
  id,
  labId: id,
  version: z.int(),
  name: z.string(),
  sha256: z.string(),
  connectome: z.object({ id, name: z.string(), isModel: z.boolean() }),
  runId: id.nullable(),
  size: z.int(),
  circuits: z.int(),
  metricR2Mean: z.number(),
  auc: z.number(),
  ap: z.number(),
  bits: z.number().describe('rate of z and u, bits a circuit'),
  corpusSha256: z.string().describe('models of one corpus can be compared'),
  createdAt: isoDate,
});
export type ModelSummary = z.infer<typeof modelSummary>;

/** Files are at /api/files/<labId>/<sha256>, immutable. */
export const modelDetail = modelSummary.extend({ manifest: modelManifest });
export type ModelDetail = z.infer<typeof modelDetail>;

/** What deleting a model would mean: what goes with it, and how many views of it stay. */
export const modelDeletion = z.object({
  views: z.int(),
  rooms: z.int(),
  directions: z.int(),
  measurements: z.int(),
});
export type ModelDeletion = z.infer<typeof modelDeletion>;

export const roomSummary = z.object({
  id,
  labId: id,
  name: z.string(),
  model: modelSummary,
  canWrite: z.boolean().describe('whether this person may change the shared bench'),
  createdAt: isoDate,
  activeAt: isoDate.describe('when somebody came or left last'),
  closedAt: isoDate.nullable().describe('null: open'),
});
export type RoomSummary = z.infer<typeof roomSummary>;

/** Somebody who has the lab open now, once, however many windows they have. */
export const labPerson = z.object({
  user: person,
  rooms: z
    .array(z.object({ roomId: id, idle: z.boolean() }))
    .describe('where they are; none: on the pages of the lab'),
});
export type LabPerson = z.infer<typeof labPerson>;

export const workerSummary = z.object({
  id,
  name: z.string(),
  device: z.string().nullable(),
  version: z.string().nullable(),
  ofServer: z.boolean().describe('serves every lab; no lab can revoke it'),
  lastSeenAt: isoDate.nullable(),
  createdAt: isoDate,
});
export type WorkerSummary = z.infer<typeof workerSummary>;

/** Shown once: the token is stored only as a hash. */
export const workerCreated = z.object({
  worker: workerSummary,
  token: z.string(),
  command: z.string().describe('one shell line that starts it on another machine'),
  cudaCommand: z.string().describe('the same with JAX for an NVIDIA GPU'),
});
export type WorkerCreated = z.infer<typeof workerCreated>;

export const me = z.object({
  id,
  name: z.string(),
  email: z.string().nullable(),
  guest: z.boolean(),
  color: z.string(),
  code: z.string().nullable().describe('names the account to lab owners; guests have none'),
});
export type Me = z.infer<typeof me>;
