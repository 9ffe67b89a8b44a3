import { and, asc, eq, gt } from 'drizzle-orm';
import type { RunEventRow } from '~/core/contracts/index.ts';
import { run, runEvent } from '~/db/schema/index.ts';
import { createContext, type Context } from '~/server/context.ts';
import { requireRun } from './require-run.ts';

const page = 200;

/**
 * The record of a run after `last`, as stored and then as it grows; ends when the run has ended and
 * all is told. Rights are asked again at each announcement: a member removed hears nothing more.
 */
export async function* watchEvents(
  ctx: Context,
  runId: string,
  last: number,
  signal: AbortSignal,
): AsyncGenerator<RunEventRow> {
  const { db, bus } = ctx.services;
  const announcements = bus.subscribe('run', runId, signal); // before reading: nothing falls between
  let after = last;
  try {
    do {
      await requireRun(await createContext(ctx.services, ctx.headers), runId, 'read');
      // the state first: events stored with the ending are then certainly among those read below
      const [now] = await db.select({ state: run.state }).from(run).where(eq(run.id, runId));
      for (;;) {
        const rows = await db
          .select()
          .from(runEvent)
          .where(and(eq(runEvent.runId, runId), gt(runEvent.index, after)))
          .orderBy(asc(runEvent.index))
          .limit(page);
        for (const { index, at, attempt, event } of rows) {
          yield { index, at: at.toISOString(), attempt, event };
          after = index;
        }
        if (rows.length < page) break;
      }
      if (now?.state !== 'queued' && now?.state !== 'running') return;
    } while (!(await announcements.next()).done);
  } finally {
    await announcements.return?.();
  }
}
