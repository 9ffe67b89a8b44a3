import { TRPCError } from '@trpc/server';
import { largestUpload, nameOf } from '~/core/contracts/index.ts';
import { receiveUpload, tooLarge } from '../lab/upload/receive-upload.ts';
import { replyJson } from './reply.ts';
import type { Route } from './route.ts';

const fileName = nameOf('file', 200);

/** Takes a table as a raw body; it waits a day for its import. */
export const uploadRoute: Route = {
  method: 'PUT',
  path: '/api/uploads/:labId',
  right: 'edit',
  limit: { perMinute: 30 },
  handle: async ({ request, response, url, params, ...ctx }) => {
    const name = fileName.safeParse(url.searchParams.get('name'));
    if (!name.success)
      throw new TRPCError({
        code: 'BAD_REQUEST',
        message: 'Say the name of the file, without control characters: ?name=',
      });
    const { person } = ctx;
    if (!person)
      throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in before sending files.' });
    // Refused before the body, so that nobody sends two gigabytes to hear it.
    if (Number(request.headers['content-length'] ?? 0) > largestUpload) throw tooLarge();
    const received = await receiveUpload(
      { ...ctx, person },
      { labId: params.labId ?? '', fileName: name.data, source: request },
    );
    replyJson(response, 200, received);
  },
};
