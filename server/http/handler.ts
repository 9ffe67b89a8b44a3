import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node';
import { appRouter } from '../api/root.ts';
import { addressHeader } from '../auth/auth.ts';
import { createContext } from '../context.ts';
import { logFailure } from '../failure.ts';
import type { Services } from '../services.ts';
import { callerAddress } from './caller-address.ts';
import { routes } from './index.ts';
import { matchRoute } from './match.ts';
import { changesState, isSameSite } from './origin.ts';
import { replyError, replyJson } from './reply.ts';
import { routeAnswerer } from './route-answer.ts';
import { secure } from './security-headers.ts';
import { serveStatic } from './static.ts';

export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const trpcPath = '/api/trpc/';
const largestCall = 4 * 1024 * 1024; // bytes; anything large goes through uploads

/** Answers everything that is not an upgrade: procedures, accounts, routes, files, pages. */
export function createHandler(
  services: Services,
  pages: (() => Pages | null) | null, // they open a little after the port does
  { dev }: { dev: boolean },
): RequestListener {
  const auth = toNodeHandler(async (asked) => sayWhen(await services.auth.handler(asked)));

  const answerRoute = routeAnswerer(services);

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://server');
    const path = url.pathname;
    secure(request, response, dev);
    request.headers[addressHeader] = callerAddress(request, services.env.publicOrigin);

    const page = pages?.();
    const found = matchRoute(routes, request.method ?? 'GET', path);
    const byToken = found?.route?.right === 'worker';
    if (changesState(request) && !byToken && !isSameSite(request, services.env.publicOrigin)) {
      replyJson(response, 403, { code: 'FORBIDDEN', message: 'This came from another site.' });
    } else if (path.startsWith(trpcPath)) {
      await nodeHTTPRequestHandler({
        req: request,
        res: response,
        router: appRouter,
        path: path.slice(trpcPath.length),
        maxBodySize: largestCall,
        createContext: () => createContext(services, fromNodeHeaders(request.headers)),
        // what failed before or after a procedure itself
        onError: ({ error, path: procedure, type }) => {
          if (error.code === 'INTERNAL_SERVER_ERROR')
            logFailure(services.log, error, { path: procedure, type });
        },
      });
    } else if (path.startsWith('/api/auth/')) await auth(request, response);
    else if (found?.route) await answerRoute(found, request, response, url);
    else if (found) {
      response.setHeader('allow', found.allow.join(', '));
      replyJson(response, 405, { code: 'METHOD_NOT_SUPPORTED', message: 'Not by this method.' });
    } else if (path.startsWith('/api/')) {
      replyJson(response, 404, { code: 'NOT_FOUND', message: 'There is no such endpoint.' });
    } else if (await serveStatic(path, request, response)) return;
    else if (pages === null)
      replyJson(response, 404, { code: 'NOT_FOUND', message: 'This server has no pages.' });
    else if (page) await page(request, response);
    else {
      response.setHeader('retry-after', 1);
      replyJson(response, 503, { code: 'STARTING', message: 'The pages are being opened.' });
    }
  };

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!replyError(response, error))
        logFailure(services.log, error, { method: request.method, url: request.url });
    });
  };
}

/** better-auth says when to try again in a header of its own; the standard one is `retry-after`. */
function sayWhen(answer: Response): Response {
  const seconds = answer.headers.get('x-retry-after');
  if (answer.status === 429 && seconds !== null) answer.headers.set('retry-after', seconds);
  return answer;
}
