import path from 'node:path';
import { destination, pino, type Logger } from 'pino';

export type Log = Logger;

/** JSON lines in `<data folder>/logs/server.log`, one object an event, times in ISO 8601. */
export function openLog({ dataFolder, logLevel }: { dataFolder: string; logLevel: string }): Log {
  const file = destination({
    dest: path.join(dataFolder, 'logs', 'server.log'),
    mkdir: true,
    sync: false,
  });
  return pino(
    {
      level: logLevel,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: ['password', 'token', 'leaseToken', 'headers.cookie', 'headers.authorization'],
    },
    file,
  );
}
