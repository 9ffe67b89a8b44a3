import { spawnSync, type SpawnOptions } from 'node:child_process';
import { chownSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';

/** How to start a program of Postgres: words before it, spawn options, and who owns its files. */
export type Launch = {
  name: string;
  before: string[];
  options: Pick<SpawnOptions, 'uid' | 'gid'>;
  owner: { uid: number; gid: number } | null;
};

/** What to spawn so that `program` runs the way `launch` says. */
export function through(launch: Launch, program: string, words: string[]): [string, string[]] {
  const [first, ...rest] = [...launch.before, program, ...words];
  return [first ?? program, rest];
}

const asMyself: Launch = { name: 'as the present user', before: [], options: {}, owner: null };

/**
 * Postgres refuses to run as root. As root it therefore runs as another user; where that user may
 * not pass the folders on the way (a project below /root, mode 700), it keeps one capability to do
 * so, and where capabilities are not to be had, it runs in a user namespace in which root bears
 * another number.
 *
 * @throws Error with the remedies when none of these works here
 */
export function chooseLaunch({ initdb }: Binaries, folder: string): Launch {
  if (process.getuid?.() !== 0) return asMyself;
  const user = unprivilegedUser();
  const { uid, gid } = user;
  const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const withCapability = (capability: string): Launch => ({
    name: `as ${user.name} with ${capability}`,
    before: [
      ...become,
      '--securebits=+no_setuid_fixup', // or access(2), which Postgres asks, forgets the capability
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
    ],
    options: {},
    owner: { uid, gid },
  });
  const ways: Launch[] = [
    { name: `as ${user.name}`, before: [], options: { uid, gid }, owner: { uid, gid } },
    withCapability('dac_read_search'),
    withCapability('dac_override'),
    {
      name: 'in a user namespace',
      before: ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`],
      options: {},
      owner: { uid: 0, gid: 0 },
    },
  ];
  for (const way of ways) {
    if (way.owner) giveFolder(folder, way.owner);
    if (works(way, initdb, folder)) return way;
  }
  throw new Error(
    'Postgres does not run as root, and no other user can reach ' +
      `${folder} from here. One of these helps: start Latentome as an ordinary user; move the ` +
      'project to a folder every user may pass (such as /srv) or set LATENTOME_DATA and the ' +
      'project so; install util-linux (setpriv); or set DATABASE_URL to a Postgres of your own.',
  );
}

/** `initdb --show` looks for its programs and files and writes nothing. */
function works(way: Launch, initdb: string, folder: string): boolean {
  const script = '"$0" --show -D "$1/data" && cd "$1" && [ -w . ]';
  const [command, words] = through(way, 'sh', ['-c', script, initdb, folder]);
  const tried = spawnSync(command, words, {
    ...way.options,
    cwd: '/',
    stdio: 'ignore',
  });
  return tried.status === 0;
}

/** `initdb` wants a user the system knows by name. */
function unprivilegedUser(): { name: string; uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const user =
    users.find(({ name }) => name === 'nobody') ?? users.find(({ uid }) => uid > 0 && uid < 65_536);
  if (!user) throw new Error('/etc/passwd names no user besides root for Postgres to run as.');
  return user;
}

function giveFolder(folder: string, owner: { uid: number; gid: number }): void {
  chownSync(folder, owner.uid, owner.gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink())
      chownSync(path.join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
}
