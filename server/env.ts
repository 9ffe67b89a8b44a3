import path from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const variables = z.object({
  LATENTOME_DATA: z.string().min(1).default('./.latentome'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LATENTOME_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Latentome <latentome@localhost>'),
  GITHUB_CLIENT_ID: z.string().min(1).optional(),
  GITHUB_CLIENT_SECRET: z.string().min(1).optional(),
  ORCID_CLIENT_ID: z.string().min(1).optional(),
  ORCID_CLIENT_SECRET: z.string().min(1).optional(),
  ORCID_ISSUER: z.url({ protocol: /^https?$/ }).default('https://orcid.org'),
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
    mail: v.SMTP_URL === undefined ? null : { smtpUrl: v.SMTP_URL, from: v.MAIL_FROM },
    providers: {
      github: both(v.GITHUB_CLIENT_ID, v.GITHUB_CLIENT_SECRET, 'GITHUB'),
      orcid: orcidOf(v),
    },
    authSecret: v.LATENTOME_AUTH_SECRET,
    workerToken: v.LATENTOME_WORKER_TOKEN,
    logLevel: v.LATENTOME_LOG_LEVEL,
    leaseSeconds: v.LATENTOME_LEASE_SECONDS,
    rateLimits: v.LATENTOME_RATE_LIMITS === 'on',
  };
}

export type OAuthClient = { clientId: string; clientSecret: string };
export type Providers = {
  github: OAuthClient | null;
  orcid: (OAuthClient & { issuer: string }) | null;
};

/** Both halves of what a provider gave, or neither. */
function both(
  id: string | undefined,
  secret: string | undefined,
  name: string,
): OAuthClient | null {
  if (id !== undefined && secret !== undefined) return { clientId: id, clientSecret: secret };
  if (id === undefined && secret === undefined) return null;
  throw new UnfitSettings(
    `These environment variables do not fit.\n  ${name}_CLIENT_ID and ${name}_CLIENT_SECRET: give both, or neither.`,
  );
}

function orcidOf(v: z.infer<typeof variables>): Providers['orcid'] {
  const client = both(v.ORCID_CLIENT_ID, v.ORCID_CLIENT_SECRET, 'ORCID');
  return client && { ...client, issuer: v.ORCID_ISSUER.replace(/\/$/, '') };
}

/** Settings with nothing left open: what a running server knows about itself. */
export type Env = Omit<
  Settings,
  'databaseUrl' | 'authSecret' | 'workerToken' | 'mail' | 'providers'
> & {
  databaseUrl: string;
  authSecret: string;
  workerToken: string;
  mail?: Settings['mail'];
  providers?: Partial<Providers>;
};
