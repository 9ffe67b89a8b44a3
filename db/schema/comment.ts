import {
  bigserial,
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { CommentTarget, InboxReason } from '~/core/contracts/comment.ts';
import { user } from './account.ts';
import { direction } from './direction.ts';
import { lab } from './lab.ts';
import { model } from './model.ts';
import { room } from './room.ts';
import { run } from './run.ts';

const time = (name: string) => timestamp(name, { withTimezone: true });
const createdAt = () => time('created_at').notNull().defaultNow();
const ofThread = () =>
  text('thread_id')
    .notNull()
    .references(() => commentThread.id, { onDelete: 'cascade' });

/** A thread goes with what it hangs on; a pin may leave its bench and the thread stays. */
export const commentThread = pgTable(
  'comment_thread',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    target: jsonb('target').$type<CommentTarget>().notNull(),
    about: text('about').notNull(),
    modelId: text('model_id').references(() => model.id, { onDelete: 'cascade' }),
    roomId: text('room_id').references(() => room.id, { onDelete: 'cascade' }), // of a pin
    directionId: text('direction_id').references(() => direction.id, { onDelete: 'cascade' }),
    runId: text('run_id').references(() => run.id, { onDelete: 'cascade' }),
    resolvedAt: time('resolved_at'),
    resolvedBy: text('resolved_by').references(() => user.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    index('comment_thread_model').on(t.modelId), // of a map and its rooms
    index('comment_thread_direction').on(t.directionId),
    index('comment_thread_run').on(t.runId),
  ],
);

export const comment = pgTable(
  'comment',
  {
    id: text('id').primaryKey(),
    threadId: ofThread(),
    userId: text('user_id').references(() => user.id, { onDelete: 'set null' }), // null: no account any more
    text: text('text').notNull(),
    mentions: text('mentions').array().notNull(), // ids of people, kept when the account is gone
    createdAt: createdAt(),
    editedAt: time('edited_at'),
    withdrawn: text('withdrawn').$type<'by its author' | 'by an owner'>(),
  },
  (t) => [
    index('comment_thread_order').on(t.threadId, t.createdAt), // of a thread, oldest first
    index('comment_user').on(t.userId), // for the export of an account
  ],
);

/** What a comment said before each of its edits. */
export const commentEdit = pgTable(
  'comment_edit',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    commentId: text('comment_id')
      .notNull()
      .references(() => comment.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    mentions: text('mentions').array().notNull(),
    at: time('at').notNull(), // when it was written
  },
  (t) => [index('comment_edit_comment').on(t.commentId, t.seq)],
);

/** Who hears of replies: whoever has written or asked for it, until they say no. */
export const threadWatch = pgTable(
  'thread_watch',
  {
    threadId: ofThread(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    watching: boolean('watching').notNull(),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.userId] })],
);

/** One comment reaches a person once, whether by a mention or as a reply. */
export const inboxItem = pgTable(
  'inbox_item',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    commentId: text('comment_id')
      .notNull()
      .references(() => comment.id, { onDelete: 'cascade' }),
    reason: text('reason').$type<InboxReason>().notNull(),
    readAt: time('read_at'),
  },
  (t) => [
    uniqueIndex('inbox_item_once').on(t.userId, t.commentId),
    index('inbox_item_user').on(t.userId, t.seq), // of a person, newest first
    index('inbox_item_comment').on(t.commentId), // one that is withdrawn
  ],
);
