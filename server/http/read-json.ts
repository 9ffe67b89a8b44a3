import type { IncomingMessage } from 'node:http';
import { TRPCError } from '@trpc/server';
import type { z } from 'zod';

/**
 * The body of a request, checked.
 * @throws TRPCError PAYLOAD_TOO_LARGE beyond `maxBytes`, BAD_REQUEST for anything else that does not fit
 */
export async function readJson<T>(
  request: IncomingMessage,
  schema: z.ZodType<T>,
  maxBytes: number,
): Promise<T> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const incoming: AsyncIterable<Buffer> = request;
  for await (const chunk of incoming) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new TRPCError({ code: 'PAYLOAD_TOO_LARGE', message: `At most ${maxBytes} bytes.` });
    chunks.push(chunk);
  }
  const read = schema.safeParse(parse(Buffer.concat(chunks).toString('utf8')));
  if (read.success) return read.data;
  const wrong = read.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new TRPCError({ code: 'BAD_REQUEST', message: wrong.join('; ') });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
