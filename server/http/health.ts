import { checkHealth } from '../health.ts';
import { replyJson } from './reply.ts';
import type { Route } from './route.ts';

export const healthRoute: Route = {
  method: 'GET',
  path: '/api/health',
  right: 'anyone',
  handle: async ({ services, response }) => {
    const health = await checkHealth(services);
    replyJson(response, health.database.state === 'up' ? 200 : 503, health);
  },
};
