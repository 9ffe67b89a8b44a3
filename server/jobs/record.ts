import { and, eq, lt, sql } from 'drizzle-orm';
import type { HeartbeatRequest, RunEvent } from '~/core/contracts/worker.ts';
import { run, runEvent } from '~/db/schema/index.ts';
import type { Transaction } from './jobs.ts';
import { WorkerRefusal } from './refusal.ts';

type Numbered = HeartbeatRequest['events'];
type Position = { id: string; attempt: number; lastSeq: number };

/**
 * Stores the events that are new, in order, and returns the last number now stored. The caller
 * holds the run's row lock, so within a run the order of `index` is the order of `seq`. What a resumed
 * attempt tells anew of an epoch takes the place of what an earlier one told of it and of later ones.
 * @throws WorkerRefusal 422 gap, if a number was left out: a hole would never be seen again
 */
export async function appendEvents(
  tx: Transaction,
  at: Position,
  events: Numbered,
): Promise<number> {
  const fresh = events.filter((e) => e.seq > at.lastSeq).sort((a, b) => a.seq - b.seq);
  fresh.forEach((e, k) => {
    if (e.seq === at.lastSeq + 1 + k) return;
    throw new WorkerRefusal(
      422,
      'gap',
      `Events are stored up to ${at.lastSeq}; event ${at.lastSeq + 1 + k} is missing before ${e.seq}.`,
    );
  });
  const last = fresh.at(-1);
  if (!last) return at.lastSeq;
  if (at.attempt > 1) await forgetRetold(tx, at, fresh);
  await tx
    .insert(runEvent)
    .values(fresh.map(({ seq, event }) => ({ runId: at.id, attempt: at.attempt, seq, event })));
  await tx.update(run).set({ lastSeq: last.seq }).where(eq(run.id, at.id));
  return last.seq;
}

const toldByEpoch = ['metric', 'sample'] as const;

async function forgetRetold(tx: Transaction, at: Position, events: Numbered): Promise<void> {
  for (const kind of toldByEpoch) {
    const epochs = events.flatMap(({ event }) => (event.kind === kind ? [event.epoch] : []));
    if (epochs.length === 0) continue;
    await tx
      .delete(runEvent)
      .where(
        and(
          eq(runEvent.runId, at.id),
          lt(runEvent.attempt, at.attempt),
          sql`${runEvent.event} ->> 'kind' = ${kind}`,
          sql`(${runEvent.event} ->> 'epoch')::int >= ${Math.min(...epochs)}`,
        ),
      );
  }
}

/** A line of the server's own in the run's record; only while no worker is numbering events. */
export async function note(
  tx: Transaction,
  at: Position,
  level: 'info' | 'warning' | 'error',
  text: string,
): Promise<number> {
  const event: RunEvent = { kind: 'log', level, text };
  return appendEvents(tx, at, [{ seq: at.lastSeq + 1, event }]);
}
