import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';

/**
 * Why a path cannot be read as a table, in one line; null when it can. A folder, a pipe or a device would keep
 * the reader waiting for ever.
 */
export async function whyUnreadable(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (!found) return `${path}: there is no such file.`;
  if (!found.isFile()) return `${path}: this is not a regular file.`;
  const readable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  return readable ? null : `${path}: this file may not be read.`;
}
