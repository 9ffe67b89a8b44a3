import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Pages } from './http/handler.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export type OpenPages = {
  handle: Pages;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
};

/**
 * Prepares Next inside this process.
 *
 * Next adds an upgrade listener of its own to the server it is given and closes every socket it
 * does not know; so it is given a server nobody listens on, and hears only of its own upgrades.
 */
export async function openPages(at: {
  dev: boolean;
  host: string;
  port: number;
}): Promise<OpenPages> {
  const { default: next } = await import('next');
  const aside = createServer();
  const app = next({ dev: at.dev, dir: root, hostname: at.host, port: at.port, httpServer: aside });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => {
      aside.emit('upgrade', request, socket, head);
    },
    close: () => app.close(),
  };
}
