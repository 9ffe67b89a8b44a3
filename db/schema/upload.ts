import { bigint, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { lab } from './lab.ts';

/** A file a person has sent and not yet imported; swept after a day. Bytes lie in the data folder under `id`. */
export const upload = pgTable(
  'upload',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    fileName: text('file_name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('upload_age').on(t.createdAt)], // the sweep
);
