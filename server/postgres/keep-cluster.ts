import { startCluster, type Cluster, type ClusterSettings } from './cluster.ts';
import { isRunning } from './postmaster.ts';

const everyMs = 500;

export type Watcher = {
  /** Hears a plain line when Postgres is gone, and one when it is back. */
  tell: (line: string) => void;
  /** Called once, when it cannot be started again; nobody watches any more. */
  onLost: (error: Error) => void;
};

/**
 * Starts the embedded Postgres, and starts it again whenever its process is gone (killed for want
 * of memory, say). It comes back at the same address with everything that was committed, so pools
 * find it again by themselves.
 *
 * @throws Error as `startCluster`, when it does not come up the first time
 */
export async function keepCluster(
  settings: ClusterSettings,
  { tell, onLost }: Watcher,
): Promise<Pick<Cluster, 'url' | 'stop'>> {
  let cluster = await startCluster(settings);
  const { url } = cluster;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();

  const look = async () => {
    if (!(await isRunning(cluster.pid)) && !stopping) {
      tell('Postgres ended by itself; it is started again.');
      cluster = await startCluster({ ...settings, port: Number(new URL(url).port) });
      if (cluster.url !== url) throw new Error('Somebody started it at another port.');
      tell('Postgres is back.');
    }
    if (!stopping) later();
  };
  const later = () => {
    timer = setTimeout(() => {
      looking = look().catch((error: unknown) =>
        onLost(new Error('Postgres ended and cannot be started again.', { cause: error })),
      );
    }, everyMs);
  };
  later();

  return {
    url,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await looking;
      await cluster.stop();
    },
  };
}
