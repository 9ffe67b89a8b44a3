import {
  bigserial,
  customType,
  index,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { lab } from './lab.ts';
import { model } from './model.ts';

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
});

export const room = pgTable(
  'room',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    modelId: text('model_id')
      .notNull()
      .references(() => model.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    activeAt: timestamp('active_at', { withTimezone: true }), // when somebody came or left last
    closedAt: timestamp('closed_at', { withTimezone: true }), // null: open
  },
  (t) => [uniqueIndex('room_model_name').on(t.modelId, t.name), index('room_lab').on(t.labId)],
);

/** The room's Y.Doc as a log of updates; compaction replaces a prefix by one merged update. */
export const roomUpdate = pgTable(
  'room_update',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    roomId: text('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    update: bytes('update').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('room_update_room').on(t.roomId, t.seq)], // load a room in order
);
