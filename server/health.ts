import { isNull, sql } from 'drizzle-orm';
import { worker } from '~/db/schema/index.ts';
import type { Services } from './services.ts';

const seenWithinSeconds = 30;
const patienceMs = 3_000;

export type Health = {
  server: { state: 'up'; uptimeSeconds: number };
  database: { state: 'up' | 'down' };
  workers: { state: 'up' | 'none' | 'unknown'; seen: number; registered: number };
};

/** Server, database and workers told apart; answers within 3 s whatever the database does. */
export async function checkHealth({ db, log }: Services): Promise<Health> {
  const server = { state: 'up' as const, uptimeSeconds: Math.round(process.uptime()) };
  const since = sql`now() - make_interval(secs => ${seenWithinSeconds})`;
  const counted = db
    .select({
      registered: sql<number>`count(*)::int`,
      seen: sql<number>`(count(*) filter (where ${worker.lastSeenAt} > ${since}))::int`,
    })
    .from(worker)
    .where(isNull(worker.revokedAt));
  try {
    const [found = { registered: 0, seen: 0 }] = await withPatience(counted);
    const state = found.seen > 0 ? 'up' : 'none';
    return { server, database: { state: 'up' }, workers: { state, ...found } };
  } catch (error) {
    log.warn({ err: error }, 'the database does not answer');
    return {
      server,
      database: { state: 'down' },
      workers: { state: 'unknown', seen: 0, registered: 0 },
    };
  }
}

async function withPatience<T>(work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer in ${patienceMs} ms.`)), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
