import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TRPCError } from '@trpc/server';
import { largestUpload } from '~/core/contracts/index.ts';
import { upload } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { newId } from '../new-id.ts';
import { requireRight } from '../rights.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { uploadPath } from './uploads-folder.ts';

/**
 * Takes a file that somebody wants to import, whole or not at all.
 * @throws TRPCError PAYLOAD_TOO_LARGE; what came so far is removed
 */
export async function receiveUpload(
  ctx: SignedIn,
  { labId, fileName, source }: { labId: string; fileName: string; source: Readable },
  largest = largestUpload,
): Promise<{ uploadId: string; bytes: number }> {
  await requireRight(ctx, labId, 'edit');
  await sweepUploads(ctx.services);
  const uploadId = newId('upl');
  const target = uploadPath(ctx.services, uploadId);
  await mkdir(path.dirname(target), { recursive: true });
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > largest) done(tooLarge(largest));
      else done(null, chunk);
    },
  });
  const sink = createWriteStream(target, { flags: 'wx' });
  try {
    await pipeline(source, counted, sink);
    await ctx.services.db
      .insert(upload)
      .values({ id: uploadId, labId, userId: ctx.person.id, fileName, bytes });
  } catch (error) {
    // A pipeline may break before its file is opened, which would then come into being after its removal.
    if (!sink.closed) await new Promise<void>((resolve) => sink.once('close', () => resolve()));
    await rm(target, { force: true });
    throw error;
  }
  return { uploadId, bytes };
}

export function tooLarge(largest = largestUpload): TRPCError {
  const size = largest >= 1024 ** 3 ? `${largest / 1024 ** 3} GB` : `${largest} bytes`;
  return new TRPCError({
    code: 'PAYLOAD_TOO_LARGE',
    message: `A file may have at most ${size}. Compress it with gzip, or leave out columns.`,
  });
}
