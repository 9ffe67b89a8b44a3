import type { TrainSpec } from '~/core/contracts/index.ts';

/** The request this page would send, as a line for a shell; the session cookie is the caller's own. */
export function apiCall(origin: string, spec: TrainSpec): string {
  const body = JSON.stringify({ spec }).replaceAll("'", "'\\''");
  return [
    `curl -X POST '${origin}/api/trpc/run.create'`,
    `-H 'content-type: application/json'`,
    `-b "$LATENTOME_COOKIE"`,
    `-d '${body}'`,
  ].join(' \\\n  ');
}
