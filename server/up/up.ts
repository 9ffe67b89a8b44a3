import path from 'node:path';
import { openDatabase } from '~/db/client.ts';
import { migrate } from '~/db/migrate.ts';
import { readSettings, type Env } from '../env.ts';
import { seed } from '../lab/seed/seed.ts';
import { openLog } from '../log.ts';
import { startServer } from '../main.ts';
import { keepCluster } from '../postgres/keep-cluster.ts';
import { openSecrets } from '../secrets.ts';
import { openFolderStorage } from '../storage/index.ts';
import { buildPages } from './build-pages.ts';
import { Closers } from './closers.ts';
import { endLeftover } from './leftover.ts';
import { keepLocalWorker } from './local-worker.ts';

export type UpSettings = {
  dev: boolean;
  dataFolder: string;
  lock: { announce(address: string): void; release(): void };
  /** Shows a step while it runs; a result that is text is shown as a remark. */
  step: <T>(label: string, work: () => Promise<T>) => Promise<T>;
  pages: boolean;
  /** The Python of the local worker; null leaves it out. */
  python: string | null;
};

/** Starts database, server and local worker, in this process and below it, and stays until told to end. */
export async function up({
  dev,
  dataFolder,
  lock,
  step,
  pages,
  python,
}: UpSettings): Promise<void> {
  const closers = new Closers();
  const stopped = new AbortController();
  closers.add(() => {
    lock.release();
    return Promise.resolve();
  });
  const end = endOnSignals(closers, stopped);
  const settings = { ...readSettings(), dataFolder };
  const onLost = (error: Error) => {
    console.error(error);
    if (!closers.closing) end(1);
  };
  const noteFile = path.join(dataFolder, 'worker.json');
  try {
    const secrets = await openSecrets(dataFolder);
    if (await endLeftover(noteFile)) console.log('  A worker left by a killed start was ended.');

    let { databaseUrl } = settings;
    if (databaseUrl === undefined) {
      const folder = path.join(dataFolder, 'postgres');
      const cluster = await step('Postgres', () =>
        keepCluster({ folder, password: secrets.postgresPassword }, { tell, onLost }),
      );
      closers.add(() => cluster.stop());
      databaseUrl = cluster.url;
    }
    const env: Env = {
      ...settings,
      databaseUrl,
      authSecret: settings.authSecret ?? secrets.authSecret,
      workerToken: settings.workerToken ?? secrets.workerToken,
    };
    await step('Tables and demo lab', () => prepareDatabase(env));
    if (pages && !dev)
      await step('Pages', async () =>
        (await buildPages(stopped.signal)) ? 'built' : 'up to date',
      );

    const log = openLog(env);
    const server = await step('Server', () => startServer(env, log, { pages, dev }));
    closers.add(() => server.close());

    if (python !== null) {
      const { localOrigin: origin } = server; // not the public one: a proxy may be down, or not see itself
      const token = env.workerToken;
      const worker = keepLocalWorker({ python, origin, token, dataFolder, noteFile, log, tell });
      closers.add(() => worker.close());
    }
    if (closers.closing) return;
    lock.announce(server.origin);
    console.log(`\n  Latentome is at ${server.origin}\n`);
  } catch (error) {
    await closers.close();
    throw error;
  }
}

async function prepareDatabase({ databaseUrl, dataFolder }: Env): Promise<string> {
  const opened = openDatabase(databaseUrl);
  try {
    await migrate(opened);
    const storage = await openFolderStorage(path.join(dataFolder, 'objects'));
    return await seed({ db: opened.db, storage });
  } finally {
    await opened.pool.end();
  }
}

/** One line in the terminal, beside what the steps show. */
const tell = (line: string) => console.error(`  ${line}`);

/**
 * Ctrl-C and SIGTERM end every child; one that comes a second or more later does not wait for them.
 * Sooner it is the same one: npm passes on what the terminal has sent already. The result ends
 * everything too, with the given exit status.
 */
function endOnSignals(closers: Closers, stopped: AbortController): (status: number) => void {
  let since = 0;
  const end = (status: number) => {
    since = Date.now();
    console.log('\n  Ending.');
    stopped.abort();
    closers.close().then(
      () => process.exit(status),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  const hear = (code: number) => {
    if (!closers.closing) end(0);
    else if (Date.now() - since >= 1_000) process.exit(code);
  };
  process.on('SIGINT', () => hear(130));
  process.on('SIGTERM', () => hear(143));
  process.on('SIGHUP', () => hear(129));
  return end;
}
