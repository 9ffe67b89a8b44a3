import { z } from 'zod';
import { id, isoDate, role } from './ids.ts';

/** How somebody may sign in: by a password, or by who vouches for them elsewhere. */
export const signInWay = z.enum(['credential', 'github', 'orcid']);
export type SignInWay = z.infer<typeof signInWay>;

/** Which doors this server has beside address and password. */
export const signInWays = z.object({ github: z.boolean(), orcid: z.boolean() });

export const accountDetail = z.object({
  name: z.string(),
  email: z.string().nullable().describe('null: it came without one'),
  emailVerified: z.boolean(),
  code: z.string(),
  createdAt: isoDate,
  ways: z.array(z.object({ way: signInWay, since: isoDate })),
});
export type AccountDetail = z.infer<typeof accountDetail>;

export const sessionSummary = z.object({
  id,
  current: z.boolean().describe('the one that asks'),
  agent: z.string().nullable().describe('what the browser calls itself'),
  address: z.string().nullable(),
  createdAt: isoDate,
  lastSeenAt: isoDate.describe('to the day'),
  expiresAt: isoDate,
});
export type SessionSummary = z.infer<typeof sessionSummary>;

const labName = z.object({ id, slug: z.string(), name: z.string() });

/** What deleting the account would mean, looked at now. */
export const deletionPlan = z.object({
  blocking: z.array(labName).describe('the only owner of them, with others in them'),
  deleted: z.array(labName).describe('nobody else is in them'),
  left: z.array(labName).describe('others own them'),
});
export type DeletionPlan = z.infer<typeof deletionPlan>;

const made = z.object({ id, labId: id, name: z.string(), at: isoDate });

/** Everything a person made or wrote here, for them to take along. */
export const accountExport = z.object({
  format: z.literal('latentome-account-1'),
  at: isoDate,
  account: accountDetail.extend({ id }),
  sessions: z.array(sessionSummary),
  labs: z.array(labName.extend({ role, since: isoDate })),
  connectomes: z.array(
    made.extend({
      sha256: z.string(),
      source: z.string(),
      licence: z.string(),
      citation: z.string(),
    }),
  ),
  runs: z.array(made.extend({ state: z.string(), spec: z.unknown() })),
  models: z.array(made.extend({ sha256: z.string(), version: z.int() })),
  measurements: z.array(made.extend({ sha256: z.string() })),
  directions: z.array(
    made.extend({ modelSha256: z.string(), protocol: z.unknown(), vector: z.array(z.number()) }),
  ),
  names: z.array(made.extend({ directionId: id, claim: z.string(), prediction: z.unknown() })),
  views: z.array(made.extend({ note: z.string(), state: z.unknown() })),
  said: z
    .array(
      z.object({
        what: z.enum(['evidence', 'vote', 'comment']),
        of: z.object({ id, name: z.string() }).describe('the name it is about'),
        content: z.unknown(),
        at: isoDate,
      }),
    )
    .describe('of names of directions'),
  comments: z
    .array(
      z.object({
        ...{ id, labId: id, threadId: id, about: z.string(), target: z.unknown() },
        ...{ text: z.string(), at: isoDate, editedAt: isoDate.nullable() },
        edits: z.array(z.object({ text: z.string(), at: isoDate })),
      }),
    )
    .describe('in threads, with what they said before'),
  pins: z.array(
    z.object({ room: z.object({ id, labId: id, name: z.string() }), pin: z.unknown() }),
  ),
  invitations: z.array(
    z.object({
      id,
      labId: id,
      role,
      email: z.string().nullable(),
      at: isoDate,
      expiresAt: isoDate,
    }),
  ),
  events: z.array(z.object({ labId: id, what: z.string(), about: z.unknown(), at: isoDate })),
});
export type AccountExport = z.infer<typeof accountExport>;
