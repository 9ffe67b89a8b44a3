import { pino } from 'pino';
import { startServer } from '../main.ts';
import type { Env } from '../env.ts';

/** A server for tests to kill: starts without pages, tells its address, and stays until then. */
const env = JSON.parse(process.argv[2] ?? '{}') as Env;
const { origin } = await startServer(env, pino({ level: 'silent' }), { pages: false });
process.stdout.write(`${origin}\n`);
