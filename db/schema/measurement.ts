import { index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { lab } from './lab.ts';
import { model } from './model.ts';
import { run } from './run.ts';

/** What a run measured of a model's corpus; the figures themselves lie in storage under `sha256`. */
export const measurement = pgTable(
  'measurement',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    modelId: text('model_id')
      .notNull()
      .references(() => model.id, { onDelete: 'cascade' }),
    runId: text('run_id').references(() => run.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('measurement_model').on(t.modelId, t.createdAt), // those of a model, newest first
    uniqueIndex('measurement_run').on(t.runId), // one a run, whatever is sent twice
  ],
);
