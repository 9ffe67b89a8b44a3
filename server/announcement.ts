import { z } from 'zod';
import { id, role } from '~/core/contracts/index.ts';

/**
 * What servers tell each other; small, because it only says where to look again.
 * `run`: its record grew or its state changed. `lab`: one of its lists changed.
 * `room`: it was closed or opened again.
 * `membership`: `userId` now has `role` in lab `id`; null means removed. Without a `userId` everybody's right has to be
 * asked for again: the lab was opened to guests, or closed.
 * `inbox`: what is in person `id`'s inbox has changed.
 * `person`: one of their sessions has ended, or their account has.
 * `reconnected` reaches every subscriber: announcements may have been missed, look again.
 */
export const announcement = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('run'), id }),
  z.object({ topic: z.literal('lab'), id }),
  z.object({ topic: z.literal('room'), id }),
  z.object({ topic: z.literal('person'), id }),
  z.object({ topic: z.literal('inbox'), id }),
  z.object({
    topic: z.literal('membership'),
    id,
    userId: id.nullable(),
    role: role.nullable(),
  }),
  z.object({ topic: z.literal('reconnected'), id: z.literal('') }),
]);
export type Announcement = z.infer<typeof announcement>;
export type Topic = Exclude<Announcement['topic'], 'reconnected'>;

/** What a subscriber of a topic may receive. */
export type Heard<T extends Topic> = Extract<Announcement, { topic: T | 'reconnected' }>;
