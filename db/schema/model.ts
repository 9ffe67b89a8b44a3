import { integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ModelManifest } from '~/core/contracts/model.ts';
import { connectome } from './connectome.ts';
import { lab } from './lab.ts';
import { run } from './run.ts';

export const model = pgTable(
  'model',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    connectomeId: text('connectome_id')
      .notNull()
      .references(() => connectome.id, { onDelete: 'cascade' }),
    runId: text('run_id').references(() => run.id, { onDelete: 'set null' }),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    manifest: jsonb('manifest').$type<ModelManifest>().notNull(),
    circuits: integer('circuits').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('model_lab_version').on(t.labId, t.version),
    uniqueIndex('model_run').on(t.runId), // one model a run, whatever is sent twice
  ],
);
