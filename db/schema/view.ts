import { bigserial, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { ViewPicture } from '~/core/contracts/view.ts';
import { user } from './account.ts';
import { lab } from './lab.ts';

/** A saved view under the code of its short link. It names its model without a reference: it outlives it. */
export const view = pgTable(
  'view',
  {
    code: text('code').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    modelId: text('model_id').notNull(),
    userId: text('user_id').references(() => user.id, { onDelete: 'set null' }), // null: no account any more
    title: text('title').notNull(),
    note: text('note').notNull(),
    state: jsonb('state').$type<unknown>().notNull(), // of any version; read by core/views
    picture: jsonb('picture').$type<ViewPicture>().notNull(),
    originCode: text('origin_code'), // of the view it was copied from, which may be gone
    seq: bigserial('seq', { mode: 'number' }).notNull(), // the order in which they were saved
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('view_lab').on(t.labId, t.seq), // a lab's list, newest first, page by page
    index('view_model').on(t.modelId), // whether a model is needed
  ],
);
