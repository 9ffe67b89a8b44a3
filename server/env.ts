import path from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const variables = z.object({
  LATENTOME_DATA: z.string().min(1).default('./.latentome'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LATENTOME_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  LATENTOME_AUTH_SECRET: z.string().min(32).optional(),
  LATENTOME_WORKER_TOKEN: z.string().min(32).optional(),
  LATENTOME_LEASE_SECONDS: z.coerce.number().min(1).max(3600).default(30),
  LATENTOME_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  LATENTOME_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What the surroundings say cannot be used; the message names it, and where in our code says nothing more. */
export class UnfitSettings extends Error {
  override name = 'UnfitSettings';
}

export type Settings = ReturnType<typeof readSettings>;

/**
 * Reads and checks what the surroundings decide. Absent secrets are made at first start
 * (server/secrets.ts), an absent DATABASE_URL means the embedded Postgres.
 *
 * @throws UnfitSettings naming every variable that does not fit
 */
export function readSettings(from: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''));
  const read = variables.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new UnfitSettings(`These environment variables do not fit.\n  ${wrong.join('\n  ')}`);
  }
  const v = read.data;
  return {
    dataFolder: path.resolve(v.LATENTOME_DATA),
    databaseUrl: v.DATABASE_URL,
    port: v.PORT,
    host: v.HOST,
    publicOrigin: v.LATENTOME_ORIGIN?.replace(/\/$/, ''),
    authSecret: v.LATENTOME_AUTH_SECRET,
    workerToken: v.LATENTOME_WORKER_TOKEN,
    logLevel: v.LATENTOME_LOG_LEVEL,
    leaseSeconds: v.LATENTOME_LEASE_SECONDS,
    rateLimits: v.LATENTOME_RATE_LIMITS === 'on',
  };
}

/** Settings with nothing left open: what a running server knows about itself. */
export type Env = Omit<Settings, 'databaseUrl' | 'authSecret' | 'workerToken'> & {
  databaseUrl: string;
  authSecret: string;
  workerToken: string;
};
