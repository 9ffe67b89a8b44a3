import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { ModelDetail } from '~/core/contracts/lab.ts';
import { lab } from './lab.ts';

/** What views need of a model that was deleted; it goes with the last of them. */
export const keptModel = pgTable('kept_model', {
  id: text('id').primaryKey(), // that of the model
  labId: text('lab_id')
    .notNull()
    .references(() => lab.id, { onDelete: 'cascade' }),
  sha256: text('sha256').notNull(),
  detail: jsonb('detail').$type<ModelDetail>().notNull(),
  deletedAt: timestamp('deleted_at', { withTimezone: true }).notNull().defaultNow(),
});
