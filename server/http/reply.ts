import type { ServerResponse } from 'node:http';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { failureText } from '../failure.ts';
import { StorageRefusal } from '../storage/index.ts';

export function replyJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.end(text);
}

/** Says a refusal as `{code, message}`; false when the failure is our own and has to be logged. */
export function replyError(response: ServerResponse, error: unknown): boolean {
  const refusal = asRefusal(error);
  if (response.headersSent) response.destroy();
  else if (refusal)
    replyJson(response, refusal.status, { code: refusal.code, message: refusal.message });
  else
    replyJson(response, 500, {
      code: 'INTERNAL_SERVER_ERROR',
      message: failureText(error),
    });
  return refusal !== null;
}

function asRefusal(error: unknown): { status: number; code: string; message: string } | null {
  if (error instanceof StorageRefusal) {
    const status = error.reason === 'absent' ? 404 : error.reason === 'too-large' ? 413 : 400;
    return { status, code: error.reason, message: error.message };
  }
  if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_URL')
    return { status: 400, code: 'BAD_REQUEST', message: 'This address cannot be read.' };
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') {
    return { status: getHTTPStatusCodeFromError(error), code: error.code, message: error.message };
  }
  return null;
}
