import {
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type {
  EvidenceContent,
  Prediction,
  PredictionTest,
} from '~/core/contracts/direction-name.ts';
import { user } from './account.ts';
import { direction } from './direction.ts';
import { lab } from './lab.ts';

const at = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow();
/** Null: who wrote it has no account any more. */
const author = () => text('user_id').references(() => user.id, { onDelete: 'set null' });
const ofName = () =>
  text('name_id')
    .notNull()
    .references(() => directionName.id, { onDelete: 'cascade' });

/** Names that compete for a direction. What it was first kept as gets a row, with its id, when somebody speaks of it. */
export const directionName = pgTable(
  'direction_name',
  {
    id: text('id').primaryKey(),
    directionId: text('direction_id')
      .notNull()
      .references(() => direction.id, { onDelete: 'cascade' }),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    userId: author(),
    name: text('name').notNull(),
    claim: text('claim').notNull(),
    prediction: jsonb('prediction').$type<Prediction>(),
    test: jsonb('test').$type<PredictionTest & { userId: string; at: string }>(),
    createdAt: at(),
  },
  (t) => [uniqueIndex('direction_name_once').on(t.directionId, t.name)], // those of a direction, each once
);

export const nameEvidence = pgTable(
  'name_evidence',
  {
    id: text('id').primaryKey(),
    nameId: ofName(),
    userId: author(),
    content: jsonb('content').$type<EvidenceContent>().notNull(),
    createdAt: at(),
  },
  (t) => [index('name_evidence_name').on(t.nameId, t.createdAt)], // of a name, oldest first
);

/** 1 for, -1 against; one a person. */
export const nameVote = pgTable(
  'name_vote',
  {
    nameId: ofName(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    value: smallint('value').$type<1 | -1>().notNull(),
    createdAt: at(),
  },
  (t) => [primaryKey({ columns: [t.nameId, t.userId] })],
);

export const nameComment = pgTable(
  'name_comment',
  {
    id: text('id').primaryKey(),
    nameId: ofName(),
    userId: author(),
    text: text('text').notNull(),
    createdAt: at(),
  },
  (t) => [index('name_comment_name').on(t.nameId, t.createdAt)], // of a name, oldest first
);
