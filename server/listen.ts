import type { Server } from 'node:http';

const tries = 100;

/** Listens on `port`, or on the next one that is free; 0 takes any. Gives the port it got. */
export async function listenFrom(server: Server, port: number, host: string): Promise<number> {
  for (let next = port; ; next++) {
    try {
      return await listen(server, next, host);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port === 0 || next >= Math.min(port + tries, 65_535)) throw error;
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error);
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
