import { eq, sql } from 'drizzle-orm';
import { run } from '~/db/schema/index.ts';
import type { Services } from '~/server/services.ts';
import { leaseEnd } from './lease.ts';
import { sweep } from './sweep.ts';
import { ensureLocalWorker } from './workers.ts';

/**
 * Opens the queue for as long as the server lives: this machine's worker is known, late leases are
 * swept. While the server was down no worker could keep its lease, so each gets a full term again.
 * Returns the function that ends it.
 */
export async function startJobs(services: Services): Promise<() => Promise<void>> {
  const { db, env, log } = services;
  await ensureLocalWorker(db, env.workerToken);
  await db
    .update(run)
    .set({ leaseUntil: sql`greatest(${run.leaseUntil}, ${leaseEnd(env.leaseSeconds)})` })
    .where(eq(run.state, 'running'));

  let sweeping: Promise<void> | null = null;
  const timer = setInterval(
    () => {
      sweeping ??= sweep(services)
        .then((taken) => {
          if (taken > 0) log.warn({ taken }, 'leases taken from silent workers');
        })
        .catch((error: unknown) => log.error({ err: error }, 'sweep failed; the next tries again'))
        .finally(() => (sweeping = null));
    },
    Math.min(1_000, (env.leaseSeconds * 1000) / 3), // with three missed heartbeats a cancel takes 4 s at most
  );
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}
