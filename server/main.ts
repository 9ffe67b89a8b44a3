import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Env } from './env.ts';
import { createHandler } from './http/handler.ts';
import { isSameSite } from './http/origin.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { listenFrom } from './listen.ts';
import type { Log } from './log.ts';
import { openPages, type OpenPages } from './pages.ts';
import { createRooms } from './realtime/rooms.ts';
import type { RoomsSettings } from './realtime/settings.ts';
import { closeServices, openServices, provideServices, type Services } from './services.ts';

const graceMs = 3_000;
const requestTimeout = 3_600_000; // ms; Node's 5 minutes would cut a large upload over a slow line

export type ServerSettings = { pages?: boolean; dev?: boolean; rooms?: Partial<RoomsSettings> };

export type RunningServer = {
  /** Where a browser finds it: the public address where one is set. */
  origin: string;
  /** Where a process on this machine finds it, past any proxy. */
  localOrigin: string;
  services: Services;
  /** Lets answers under way finish for 3 s, closes sockets, ends the database connections. */
  close(): Promise<void>;
};

/**
 * The one process: pages, procedures, accounts, files and rooms on one port.
 *
 * `env.databaseUrl` must be migrated. A taken port moves to the next free one; port 0 takes any.
 * `pages: false` leaves Next out, for tests.
 */
export async function startServer(
  env: Env,
  log: Log,
  { pages: withPages = true, dev = false, rooms = {} }: ServerSettings = {},
): Promise<RunningServer> {
  const services = await openServices(env, log);
  provideServices(services);
  let pages: OpenPages | null = null;
  let endJobs: (() => Promise<void>) | null = null;
  const hotReloads = new Set<Duplex>();
  const server = createServer(
    { requestTimeout },
    createHandler(services, withPages ? () => pages?.handle ?? null : null, { dev }),
  );
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = request.url ?? '/';
    socket.on('error', (error) => log.debug({ err: error }, 'socket'));
    if (path.startsWith('/rooms/') && services.rooms && isSameSite(request, env.publicOrigin))
      services.rooms.handleUpgrade(request, socket, head);
    else if (path.startsWith('/_next/') && pages) {
      hotReloads.add(socket);
      socket.once('close', () => hotReloads.delete(socket));
      pages.upgrade(request, socket, head);
    } else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });

  const close = async () => {
    const closed = closeHttp(server);
    for (const socket of hotReloads) socket.destroy(); // an open page would keep the port open
    await services.rooms?.close(); // its sockets would keep the port open
    services.rooms = null;
    await closed;
    await endJobs?.();
    await pages?.close();
    await closeServices(services);
    provideServices(undefined);
    log.info('server down');
  };

  try {
    services.rooms = createRooms(services, rooms);
    endJobs = await startJobs(services);
    const port = await listenFrom(server, env.port, env.host);
    if (withPages) pages = await openPages({ dev, host: env.host, port });
    const everywhere = env.host === '0.0.0.0' || env.host === '::';
    const origin =
      env.publicOrigin ?? `http://${everywhere ? 'localhost' : inUrl(env.host)}:${port}`;
    const localOrigin = `http://${everywhere ? '127.0.0.1' : inUrl(env.host)}:${port}`;
    log.info({ origin, port }, 'server up');
    return { origin, localOrigin, services, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An IPv6 address stands in brackets in an address of the web. */
const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host);

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
