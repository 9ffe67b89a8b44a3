import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { RunSpec } from '~/core/contracts/run-spec.ts';
import type { RunState } from '~/core/contracts/run.ts';
import type { RunEvent } from '~/core/contracts/worker.ts';
import { connectome } from './connectome.ts';
import { lab } from './lab.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

export const worker = pgTable(
  'worker',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id').references(() => lab.id, { onDelete: 'cascade' }), // null: serves every lab of this server
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    device: text('device'),
    version: text('version'),
    kinds: text('kinds').array(), // of run it asked for last; null: it never asked
    lastSeenAt: at('last_seen_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('worker_lab').on(t.labId)],
);

export const run = pgTable(
  'run',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    connectomeId: text('connectome_id')
      .notNull()
      .references(() => connectome.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    state: text('state').$type<RunState>().notNull().default('queued'),
    spec: jsonb('spec').$type<RunSpec>().notNull(),
    corpusSha256: text('corpus_sha256').notNull(),
    phase: text('phase'),
    progress: real('progress').notNull().default(0),
    attempt: integer('attempt').notNull().default(0),
    maxAttempts: integer('max_attempts').notNull().default(3),
    leaseToken: text('lease_token'),
    leaseUntil: at('lease_until'),
    workerId: text('worker_id').references(() => worker.id, { onDelete: 'set null' }),
    lastSeq: integer('last_seq').notNull().default(0),
    checkpointSha256: text('checkpoint_sha256'),
    checkpointEpoch: integer('checkpoint_epoch'),
    cancelRequested: boolean('cancel_requested').notNull().default(false),
    error: text('error'),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    index('run_queue').on(t.state, t.createdAt), // the next run to claim
    index('run_lab').on(t.labId, t.createdAt), // a lab's list
  ],
);

export const runEvent = pgTable(
  'run_event',
  {
    index: bigserial('index', { mode: 'number' }).primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    attempt: integer('attempt').notNull(),
    event: jsonb('event').$type<RunEvent>().notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('run_event_once').on(t.runId, t.seq)], // an event sent twice is stored once
);

export const runArtifact = pgTable(
  'run_artifact',
  {
    runId: text('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    attempt: integer('attempt').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('run_artifact_once').on(t.runId, t.sha256)],
);
