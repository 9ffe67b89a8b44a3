import { randomBytes } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import type { Log } from './log.ts';

const references = new WeakMap<object, string>();
const logged = new WeakSet();

/** The same failure travels wrapped anew; what it was caused by stays one object. */
function rootOf(error: unknown): object {
  const root = error instanceof TRPCError ? (error.cause ?? error) : error;
  return typeof root === 'object' && root !== null ? root : new Error(String(root));
}

function referenceOf(root: object): string {
  const reference = references.get(root) ?? randomBytes(4).toString('hex');
  references.set(root, reference);
  return reference;
}

/** All that anybody outside hears of a failure of our own: its text may hold SQL, paths and what others sent. */
export function failureText(error: unknown): string {
  return `Something failed on the server. Its log has more under ${referenceOf(rootOf(error))}.`;
}

/** Puts a failure of our own into the log, once, under the reference that `failureText` names. */
export function logFailure(log: Log, error: unknown, about: object): void {
  const root = rootOf(error);
  if (logged.has(root)) return;
  logged.add(root);
  log.error({ ...about, reference: referenceOf(root), err: error }, 'failed');
}
