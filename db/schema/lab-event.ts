import { bigserial, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { LabDeed } from '~/core/contracts/lab-event.ts';
import { lab } from './lab.ts';

/** What happened in a lab, written in the transaction that did it, never changed. */
export const labEvent = pgTable(
  'lab_event',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    who: text('who'), // id of a person, kept when the account is gone; null: the server itself
    what: text('what').$type<LabDeed['what']>().notNull(),
    about: jsonb('about').$type<LabDeed['about']>().notNull(),
    at: timestamp('at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [index('lab_event_lab').on(t.labId, t.seq)], // a lab's list, newest first, page by page
);
