import { spawnSync } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { through, type Launch } from './launch.ts';

/**
 * Makes a new data folder, whole or not at all: `initdb` works beside it and the result is renamed.
 *
 * The password goes in through standard input, so that it stands in no file and no process list;
 * `cat` makes a pipe of it, for what Node gives is a socket, which /dev/stdin does not open.
 */
export async function initialise(
  initdb: string,
  launch: Launch,
  { folder, data, password }: { folder: string; data: string; password: string },
): Promise<void> {
  const unfinished = path.join(folder, 'data.new');
  await rm(unfinished, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true }); // without PG_VERSION it never held anything
  await mkdir(folder, { recursive: true });
  const [command, words] = through(launch, 'sh', [
    '-c',
    'cat | "$0" "$@"',
    initdb,
    `--pgdata=${unfinished}`,
    '--username=latentome',
    '--pwfile=/dev/stdin',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]);
  const made = spawnSync(command, words, {
    ...launch.options,
    cwd: '/',
    input: `${password}\n`,
    encoding: 'utf8',
  });
  if (made.status !== 0)
    throw new Error(`initdb failed ${launch.name}.\n${made.stderr}`, { cause: made.error });
  await rename(unfinished, data);
}
