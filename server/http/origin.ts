import type { IncomingMessage } from 'node:http';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may act with the cookies it carries: other sites can make a browser send them,
 * but the browser then says so in `Origin` or `Sec-Fetch-Site`. Programs that are no browser send
 * neither and have no cookies but their own.
 */
export function isSameSite(request: IncomingMessage, publicOrigin?: string): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined) {
    if (publicOrigin !== undefined) return origin === publicOrigin || hostOf(origin) === host;
    return hostOf(origin) === host;
  }
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

export const changesState = (request: IncomingMessage): boolean =>
  !harmless.has(request.method ?? 'GET');

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null; // "null", as sandboxed pages say
  }
}
