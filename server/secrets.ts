import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const secrets = z.object({
  authSecret: z.string().min(32),
  postgresPassword: z.string().min(32),
  workerToken: z.string().min(32),
});
export type Secrets = z.infer<typeof secrets>;

/**
 * Secrets of this installation: made at the first start, kept in `<data folder>/secrets.json`,
 * readable by its owner alone.
 *
 * @throws Error when the file is there but damaged: making new ones would lock the database
 */
export async function openSecrets(dataFolder: string): Promise<Secrets> {
  const file = path.join(dataFolder, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) {
    const read = secrets.safeParse(parse(text));
    if (!read.success)
      throw new Error(
        `${file} is damaged. Put it back from a copy; it holds the database password.`,
      );
    await chmod(file, 0o600);
    return read.data;
  }
  const made: Secrets = {
    authSecret: randomBytes(32).toString('base64url'),
    postgresPassword: randomBytes(32).toString('base64url'),
    workerToken: `ltw_${randomBytes(32).toString('base64url')}`,
  };
  await keep(file, made);
  return made;
}

/** Takes over secrets of another installation; its database has a password of its own, which stays. */
export async function adoptSecrets(
  dataFolder: string,
  taken: Omit<Secrets, 'postgresPassword'>,
): Promise<void> {
  const own = await openSecrets(dataFolder);
  await keep(path.join(dataFolder, 'secrets.json'), { ...own, ...taken });
}

async function keep(file: string, kept: Secrets): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(unfinished, file);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
