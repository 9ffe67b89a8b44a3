import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { Role } from '~/core/contracts/ids.ts';
import { lab } from './lab.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A link that makes whoever opens it a member; its token is stored as a hash only. */
export const invitation = pgTable(
  'invitation',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    role: text('role').$type<Role>().notNull(),
    maxUses: integer('max_uses'), // null: as many people as have the link
    uses: integer('uses').notNull().default(0),
    email: text('email'), // where it was sent to; null: it was given by hand
    invitedBy: text('invited_by').notNull(), // id of a person, kept when the account is gone
    // the hour it is, not that of the transaction's beginning: removals are compared with it
    createdAt: at('created_at')
      .notNull()
      .default(sql`clock_timestamp()`),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('invitation_lab').on(t.labId, t.createdAt)], // the open ones of a lab
);
