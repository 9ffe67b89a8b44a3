import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { lt } from 'drizzle-orm';
import { upload } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';
import { uploadPath } from './uploads-folder.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Removes what was sent more than a day ago, also files that a broken transfer left without a row. */
export async function sweepUploads(
  services: Pick<Services, 'db' | 'env'>,
  now = Date.now(),
): Promise<void> {
  const before = now - dayMs;
  await services.db.delete(upload).where(lt(upload.createdAt, new Date(before)));
  const folder = path.dirname(uploadPath(services, 'any'));
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    // Another sweep may have been quicker.
    const found = await stat(file).catch(() => null);
    if (found && found.mtimeMs < before) await rm(file, { force: true });
  }
}
