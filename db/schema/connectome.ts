import {
  boolean,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ConnectomeDetail } from '~/core/contracts/connectome.ts';
import { lab } from './lab.ts';

/** The tables themselves lie in storage under `sha256`; here is what lists and pages need. */
export const connectome = pgTable(
  'connectome',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    source: text('source').notNull(),
    licence: text('licence').notNull(),
    citation: text('citation').notNull(),
    isModel: boolean('is_model').notNull().default(false),
    neurons: integer('neurons').notNull(),
    connections: integer('connections').notNull(),
    hasPositions: boolean('has_positions').notNull(),
    statistics: jsonb('statistics').$type<ConnectomeDetail['statistics']>().notNull(),
    attributes: jsonb('attributes').$type<ConnectomeDetail['attributes']>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('connectome_lab_hash').on(t.labId, t.sha256)], // the same content once a lab
);
