import { Client, type Pool } from 'pg';
import { announcement, type Announcement, type Heard, type Topic } from './announcement.ts';
import type { Log } from './log.ts';
import { Queue } from './queue.ts';

const channel = 'latentome';
const retryMs = 500;

export type Bus = {
  /** Told to every server process on the database, this one included. */
  publish(told: Exclude<Announcement, { topic: 'reconnected' }>): Promise<void>;
  /**
   * Listens from the moment of the call (not of the first `next()`), so: subscribe, then read the
   * database, then iterate, and nothing is missed. `id` null hears the whole topic. Ends with `signal`.
   */
  subscribe<T extends Topic>(
    topic: T,
    id: string | null,
    signal: AbortSignal,
  ): AsyncIterableIterator<Heard<T>>;
  /** The same for several topics at once. */
  subscribeAny(
    wanted: readonly { topic: Topic; id: string }[],
    signal: AbortSignal,
  ): AsyncIterableIterator<Announcement>;
  close(): Promise<void>;
};

/** Announcements over Postgres LISTEN/NOTIFY, on one connection of its own that comes back by itself. */
export async function openBus(url: string, pool: Pool, log: Log): Promise<Bus> {
  const subscribers = new Set<(told: Announcement) => void>();
  const tell = (told: Announcement) => {
    for (const hear of subscribers) hear(told);
  };
  let client: Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const listen = async () => {
    const next = new Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => {
      const heard = announcement.safeParse(parse(payload));
      if (heard.success) tell(heard.data);
      else log.warn({ payload }, 'announcement not understood');
    });
    next.on('error', (error) => log.warn({ err: error }, 'announcements interrupted'));
    next.on('end', () => {
      if (client === next) client = null;
      again();
    });
    await next.connect();
    await next.query(`listen ${channel}`);
    if (closed) await next.end();
    else client = next;
  };
  const again = () => {
    if (closed || client !== null || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      listen().then(
        () => tell({ topic: 'reconnected', id: '' }),
        () => again(),
      );
    }, retryMs);
  };
  await listen();

  const hearing = <A extends Announcement>(
    isFor: (told: Announcement) => told is A,
    signal: AbortSignal,
  ): Queue<A> => {
    const queue = new Queue<A>();
    const hear = (told: Announcement) => {
      if (isFor(told)) queue.push(told);
    };
    subscribers.add(hear);
    queue.onEnd(() => subscribers.delete(hear));
    if (signal.aborted) queue.end();
    else signal.addEventListener('abort', () => queue.end(), { once: true });
    return queue;
  };

  return {
    publish: async (told) => {
      await pool.query('select pg_notify($1, $2)', [channel, JSON.stringify(told)]);
    },
    subscribe: <T extends Topic>(topic: T, id: string | null, signal: AbortSignal) =>
      hearing(
        (told): told is Heard<T> =>
          told.topic === 'reconnected' || (told.topic === topic && (id === null || told.id === id)),
        signal,
      ),
    subscribeAny: (wanted, signal) =>
      hearing(
        (told): told is Announcement =>
          told.topic === 'reconnected' ||
          wanted.some(({ topic, id }) => told.topic === topic && told.id === id),
        signal,
      ),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

function parse(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '');
  } catch {
    return null;
  }
}
