import { access } from 'node:fs/promises';
import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { upload } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { uploadPath } from './uploads-folder.ts';

export type FoundUpload = { path: string; name: string };

/**
 * A file this person sent to this lab; rights in the lab are the caller's to check.
 * @throws TRPCError NOT_FOUND for anybody else's, and after a day
 */
export async function findUpload(
  { services, person }: SignedIn,
  labId: string,
  uploadId: string,
): Promise<FoundUpload> {
  const [row] = await services.db
    .select()
    .from(upload)
    .where(and(eq(upload.id, uploadId), eq(upload.labId, labId), eq(upload.userId, person.id)));
  const path = uploadPath(services, row?.id ?? '');
  const there =
    row &&
    (await access(path).then(
      () => true,
      () => false,
    ));
  if (!there)
    throw new TRPCError({
      code: 'NOT_FOUND',
      message: 'This file is no longer here; files wait a day for their import. Send it again.',
    });
  return { path, name: row.fileName };
}
