import { z } from 'zod';
import { id, isoDate, role } from './ids.ts';

/** Everything that is written down when it happens in a lab. Names are those of that moment. */
export const labDeedKind = z.enum([
  'lab created',
  'lab renamed',
  'opened to guests',
  'closed to guests',
  'invitation made',
  'invitation revoked',
  'invitation accepted',
  'person added',
  'role changed',
  'person removed',
  'person left',
  'lab handed over',
  'connectome imported',
  'run queued',
  'run cancelled',
  'run queued again',
  'model made',
  'model deleted',
  'measurement made',
  'room made',
  'room renamed',
  'room closed',
  'room opened again',
  'direction saved',
  'direction removed',
  'direction measured',
  'name given',
  'prediction stated',
  'prediction tested',
  'name removed',
  'vote cast',
  'vote withdrawn',
  'evidence added',
  'evidence removed',
  'comment written',
  'comment removed',
  'view saved',
  'view copied',
  'view described',
  'view removed',
  'thread begun',
  'reply written',
  'comment edited',
  'comment withdrawn',
  'thread resolved',
  'thread reopened',
  'worker made',
  'worker revoked',
]);
export type LabDeedKind = z.infer<typeof labDeedKind>;

/** What it was about: a thing by its name, before and after, a person by their account, a role. */
const about = z.object({
  name: z.string().optional(),
  before: z.string().optional(),
  role: role.optional(),
  personId: id.optional(),
});

export const labDeed = z.object({ what: labDeedKind, about });
export type LabDeed = z.infer<typeof labDeed>;

export const labEvent = z.object({
  seq: z.int(),
  at: isoDate,
  who: z.string().describe('name of the person, or of what did it'),
  what: labDeedKind,
  name: z.string().nullable(),
  before: z.string().nullable(),
  role: role.nullable(),
  person: z.string().nullable().describe('name of the person it was done to'),
});
export type LabEvent = z.infer<typeof labEvent>;

/** Newest first; `next` is where the page after this one begins, null at the end. */
export const labEventPage = z.object({ events: z.array(labEvent), next: z.int().nullable() });
export type LabEventPage = z.infer<typeof labEventPage>;
