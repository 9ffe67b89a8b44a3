import { z } from 'zod';
import { id, isoDate } from './ids.ts';
import { latent } from './room.ts';
import { paragraph } from './text.ts';

/** Corners of a region: a lasso is thinned to fewer. */
export const mostCorners = 64;

/** What a thread hangs on. Places are latent, so that every plane shows them. */
export const commentTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('point'), modelId: id, z: latent }),
  z.object({
    kind: z.literal('region'),
    modelId: id,
    corners: z.array(latent).min(3).max(mostCorners),
  }),
  z.object({
    kind: z.literal('observed'),
    modelId: id,
    circuit: z.int().min(0).describe('index on the map, from 0'),
  }),
  z.object({ kind: z.literal('pin'), roomId: id, pinId: id }),
  z.object({ kind: z.literal('direction'), directionId: id }),
  z.object({ kind: z.literal('run'), runId: id }),
]);
export type CommentTarget = z.infer<typeof commentTarget>;

/** Where threads are read: a room has those of its model's map and of its own bench. */
export const commentScope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('room'), roomId: id }),
  z.object({ of: z.literal('direction'), directionId: id }),
  z.object({ of: z.literal('run'), runId: id }),
]);
export type CommentScope = z.infer<typeof commentScope>;

export const longestComment = 4000;

/** Markdown; `@[id]` mentions a member of the lab. */
export const commentText = paragraph(longestComment)
  .trim()
  .refine((text) => text.length > 0, 'Write something first.');

const by = z.object({ name: z.string(), mine: z.boolean() });

/** People a text mentions, by their names of today. */
const mentions = z.array(z.object({ id, name: z.string() }));
export type Mentioned = z.infer<typeof mentions>[number];

export const comment = z.object({
  id,
  by,
  text: z.string().describe('empty once it is withdrawn'),
  mentions,
  withdrawn: z.enum(['by its author', 'by an owner']).nullable(),
  createdAt: isoDate,
  editedAt: isoDate.nullable(),
});
export type Comment = z.infer<typeof comment>;

export const threadSummary = z.object({
  id,
  target: commentTarget,
  about: z.string().describe('what it hangs on, as it was called when the thread began'),
  resolved: z.object({ by: z.string(), at: isoDate }).nullable(),
  watching: z.boolean(),
  first: comment,
  comments: z.int().min(1),
  lastAt: isoDate,
});
export type ThreadSummary = z.infer<typeof threadSummary>;

/** What the person who asks may do here. */
const rights = {
  labId: id,
  maySpeak: z.boolean().describe('write, and resolve threads'),
  mayModerate: z.boolean().describe('withdraw what others wrote'),
  mayWatch: z.boolean(),
};

export const threadList = z.object({
  ...rights,
  threads: z.array(threadSummary).describe('the one with the newest comment first'),
});
export type ThreadList = z.infer<typeof threadList>;

export const threadDetail = threadSummary.extend({
  ...rights,
  all: z.array(comment).describe('oldest first'),
});
export type ThreadDetail = z.infer<typeof threadDetail>;

/** What a comment said before it was edited, oldest first. */
export const commentEdits = z.array(z.object({ text: z.string(), mentions, at: isoDate }));
export type CommentEdits = z.infer<typeof commentEdits>;

/** Why something is in somebody's inbox. */
export const inboxReason = z.enum(['mention', 'reply']);
export type InboxReason = z.infer<typeof inboxReason>;

export const inboxItem = z.object({
  seq: z.int(),
  reason: inboxReason,
  read: z.boolean(),
  lab: z.object({ slug: z.string(), name: z.string() }),
  thread: z.object({ id, about: z.string(), kind: z.string() }),
  place: z
    .object({
      modelId: id.nullable(),
      roomId: id.nullable().describe('where a map can be seen: its own room, else the first'),
      directionId: id.nullable(),
      runId: id.nullable(),
    })
    .describe('the page it is on'),
  comment,
});
export type InboxItem = z.infer<typeof inboxItem>;

/** Newest first; `next` is where the page after this one begins, null at the end. */
export const inboxPage = z.object({ items: z.array(inboxItem), next: z.int().nullable() });
export type InboxPage = z.infer<typeof inboxPage>;
