import type { IncomingMessage, ServerResponse } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import { createContext, type Context } from '../context.ts';
import { requireRight } from '../lab/rights.ts';
import type { Services } from '../services.ts';
import { callerAddress } from './caller-address.ts';
import { RateLimiter } from './rate-limit.ts';
import { replyJson } from './reply.ts';
import type { Route } from './route.ts';

type Found = { route: Route; params: Record<string, string> };

/** Answers the routes of one server: who asks, how often, with what right, then the route itself. */
export function routeAnswerer(services: Services) {
  const limiter = new RateLimiter();
  const secondsToWait = (context: Context, { limit, path }: Route, address: string): number =>
    limit && services.env.rateLimits
      ? limiter.take(`${path} ${context.person?.id ?? address}`, limit)
      : 0;

  return async (
    { route, params }: Found,
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> => {
    const { right } = route;
    // Where cookies do not count they are not looked up, so health answers without a database.
    const context: Context =
      right === 'worker' || right === 'anyone'
        ? { services, person: null, headers: new Headers() }
        : await createContext(services, fromNodeHeaders(request.headers));
    const address = callerAddress(request, services.env.publicOrigin);
    const seconds = secondsToWait(context, route, address);
    if (seconds > 0) {
      response.setHeader('retry-after', seconds);
      const message = `Too many at once. Try again in ${seconds} s.`;
      replyJson(response, 429, { code: 'TOO_MANY_REQUESTS', message });
      return;
    }
    if (right !== 'worker' && right !== 'anyone')
      await requireRight(context, params.labId ?? '', right);
    await route.handle({ ...context, request, response, url, params });
  };
}
