import { doublePrecision, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { DirectionProtocol, MeasuredEffects } from '~/core/contracts/direction.ts';
import type { NullEffects } from '~/core/contracts/direction-name.ts';
import { user } from './account.ts';
import { lab } from './lab.ts';
import { model } from './model.ts';

/** A direction in the latent space of one model version, with how it was found and what it was measured to do. */
export const direction = pgTable(
  'direction',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    modelId: text('model_id')
      .notNull()
      .references(() => model.id, { onDelete: 'cascade' }),
    modelSha256: text('model_sha256').notNull(),
    name: text('name').notNull(),
    protocol: jsonb('protocol').$type<DirectionProtocol>().notNull(),
    vector: doublePrecision('vector').array().notNull(),
    distance: doublePrecision('distance').notNull(),
    effects: jsonb('effects').$type<MeasuredEffects>(),
    nulls: jsonb('nulls').$type<NullEffects & { userId: string; at: string }>(),
    userId: text('user_id').references(() => user.id, { onDelete: 'set null' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('direction_model_name').on(t.modelId, t.name)], // those of a model, each name once
);
