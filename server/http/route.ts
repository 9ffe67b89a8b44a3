import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import type { Action } from '../lab/rights.ts';
import type { RateLimit } from './rate-limit.ts';

export type RouteContext = Context & {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** Values of the `:names` in the path. */
  params: Record<string, string>;
};

/**
 * A plain HTTP endpoint beside tRPC, for bytes and for machines.
 *
 * `right`: an action is required of the asker in lab `:labId` before `handle` runs; `anyone` needs
 * nothing; `worker` is decided by a bearer token inside `handle`, and cookies count for nothing.
 * `handle` may throw TRPCError; it becomes the HTTP status and `{code, message}`.
 */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  right: Action | 'anyone' | 'worker';
  /** For each person, or address where nobody is signed in; beyond it 429 with `retry-after`. */
  limit?: RateLimit;
  handle(ctx: RouteContext): Promise<void> | void;
};
