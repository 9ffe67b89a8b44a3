import { readConnectome } from '~/core/connectome/file.ts';
import type { Connectome } from '~/core/connectome/connectome.ts';
import type { Services } from '../../services.ts';

/** The last few stay in memory while somebody turns at a recipe; contents never change under a hash. */
const kept = new Map<string, Promise<Connectome>>();
const mostKept = 2;

/** @throws StorageRefusal `absent` */
export function storedConnectome(
  { storage }: Pick<Services, 'storage'>,
  sha256: string,
): Promise<Connectome> {
  const found = kept.get(sha256) ?? read(storage, sha256);
  kept.delete(sha256);
  kept.set(sha256, found); // the last one used is the last one to go
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  return found;
}

async function read(storage: Services['storage'], sha256: string): Promise<Connectome> {
  try {
    // A copy, because views need an aligned buffer of their own.
    return readConnectome(Uint8Array.from(await storage.read(sha256)));
  } catch (error) {
    kept.delete(sha256);
    throw error;
  }
}
