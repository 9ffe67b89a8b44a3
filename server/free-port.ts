import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens on now: `wanted` itself, or any when that is taken or 0. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once('error', (error) => {
      if (wanted === 0) reject(error);
      else resolve(freePort());
    });
    trial.listen(wanted, '127.0.0.1', () => {
      const address = trial.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      trial.close(() => resolve(port));
    });
  });
}
