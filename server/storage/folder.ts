import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { StorageRefusal, type Storage, type Stored } from './storage.ts';

const isAddress = /^[0-9a-f]{64}$/;

/**
 * Storage in a folder: `<folder>/<first two digits>/<sha256>`, unfinished files in `<folder>/partial`.
 * `beside` a running server nothing unfinished is cleared away: it may be the server's.
 */
export async function openFolderStorage(
  folder: string,
  { beside = false }: { beside?: boolean } = {},
): Promise<Storage> {
  const partial = path.join(folder, 'partial');
  if (!beside) await rm(partial, { recursive: true, force: true }); // left by a server that was killed
  await mkdir(partial, { recursive: true });

  const place = (sha256: string) => {
    // The address becomes a path, so nothing but a hash may pass.
    if (!isAddress.test(sha256))
      throw new StorageRefusal('malformed-address', 'An address is 64 hexadecimal digits.');
    return path.join(folder, sha256.slice(0, 2), sha256);
  };
  const bytes = async (sha256: string) => {
    const found = await stat(place(sha256)).catch(() => null);
    return found?.isFile() ? found.size : null;
  };
  const present = async (sha256: string) => {
    if ((await bytes(sha256)) === null)
      throw new StorageRefusal('absent', `Nothing is stored under ${sha256}.`);
    return place(sha256);
  };

  return {
    bytes,
    has: async (sha256) => (await bytes(sha256)) !== null,
    all: async () =>
      (await readdir(folder, { recursive: true }))
        .map((name) => path.basename(name))
        .filter((name) => isAddress.test(name))
        .sort(),
    remove: async (sha256, { storedBefore }) => {
      const found = await stat(place(sha256)).catch(() => null);
      if (found && found.mtime >= storedBefore) return false;
      await rm(place(sha256), { force: true });
      return true;
    },
    path: present,
    read: async (sha256) => readFile(await present(sha256)),
    open: async (sha256, range) => createReadStream(await present(sha256), range),
    put: async (source, expectedSha256, { maxBytes = Infinity } = {}) => {
      const unfinished = path.join(partial, randomUUID());
      try {
        const stored = await write(source, unfinished, maxBytes);
        if (expectedSha256 !== undefined && stored.sha256 !== expectedSha256) {
          throw new StorageRefusal(
            'other-bytes',
            `The bytes hash to ${stored.sha256}, not to ${expectedSha256}.`,
          );
        }
        const target = place(stored.sha256);
        await mkdir(path.dirname(target), { recursive: true });
        await rename(unfinished, target);
        await syncFolder(path.dirname(target));
        return stored;
      } finally {
        await rm(unfinished, { force: true });
      }
    },
  };
}

async function write(
  source: Readable | Uint8Array,
  file: string,
  maxBytes: number,
): Promise<Stored> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(file, 'wx');
  try {
    const chunks: AsyncIterable<unknown> | Iterable<unknown> =
      source instanceof Uint8Array ? [source] : source;
    for await (const chunk of chunks) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('Storage takes bytes.');
      bytes += chunk.byteLength;
      if (bytes > maxBytes)
        throw new StorageRefusal('too-large', `More than ${maxBytes} bytes are not taken here.`);
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** A rename outlives a power cut only once its folder is on disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
