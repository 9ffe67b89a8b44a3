import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Env } from './env.ts';
import { createHandler } from './http/handler.ts';
import { isSameSite } from './http/origin.ts';
import { startJobs } from './jobs/start-jobs.ts';
import type { Log } from './log.ts';
import { openPages, type OpenPages } from './pages.ts';
import { createRooms } from './realtime/rooms.ts';
import type { RoomsSettings } from './realtime/settings.ts';
import { closeServices, openServices, provideServices, type Services } from './services.ts';

const graceMs = 3_000;

export type RunningServer = {
  /** Where a browser on this machine finds it. */
  origin: string;
  services: Services;
  /** Lets answers under way finish for 3 s, closes sockets, ends the database connections. */
  close(): Promise<void>;
};

/**
 * The one process: pages, procedures, accounts, files and rooms on one port.
 *
 * `env.databaseUrl` must be migrated. `pages: false` leaves Next out, for tests; port 0 takes any.
 */
export async function startServer(
  env: Env,
  log: Log,
  {
    pages: withPages = true,
    dev = false,
    rooms = {},
  }: { pages?: boolean; dev?: boolean; rooms?: Partial<RoomsSettings> } = {},
): Promise<RunningServer> {
  const services = await openServices(env, log);
  services.rooms = createRooms(services, rooms);
  provideServices(services);
  let pages: OpenPages | null = null;
  let endJobs: (() => Promise<void>) | null = null;
  try {
    endJobs = await startJobs(services);
    pages = withPages ? await openPages({ dev, host: env.host, port: env.port }) : null;
    const server = createServer(createHandler(services, pages?.handle ?? null, { dev }));
    server.on('upgrade', (request, socket: Duplex, head) => {
      const path = request.url ?? '/';
      if (path.startsWith('/rooms/') && services.rooms && isSameSite(request, env.publicOrigin))
        services.rooms.handleUpgrade(request, socket, head);
      else if (path.startsWith('/_next/') && pages) pages.upgrade(request, socket, head);
      else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
    const port = await listen(server, env.port, env.host);
    const shown = env.host === '0.0.0.0' || env.host === '::' ? 'localhost' : env.host;
    const origin = env.publicOrigin ?? `http://${shown}:${port}`;
    log.info({ origin, port }, 'server up');
    return {
      origin,
      services,
      close: async () => {
        await services.rooms?.close(); // before the server: it waits for every socket
        services.rooms = null;
        await closeHttp(server);
        await endJobs?.();
        await pages?.close();
        await closeServices(services);
        provideServices(undefined);
        log.info('server down');
      },
    };
  } catch (error) {
    await endJobs?.();
    await pages?.close();
    await closeServices(services);
    provideServices(undefined);
    throw error;
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Subscriptions never end by themselves, so after a grace their connections are cut. */
function closeHttp(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
