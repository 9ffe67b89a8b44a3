import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { anonymous } from 'better-auth/plugins/anonymous';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Database } from '~/db/client.ts';
import * as schema from '~/db/schema/index.ts';
import type { Env } from '../env.ts';
import type { Log } from '../log.ts';
import { orcidProvider } from './orcid.ts';
import { passwordToDelete } from './password-to-delete.ts';

/** The address a request came from; set by our own server, whatever the client sent. */
export const addressHeader = 'x-latentome-address';

export type Auth = ReturnType<typeof createAuth>;

type AuthSettings = Pick<Env, 'authSecret' | 'publicOrigin' | 'rateLimits' | 'providers'>;

/** What the house does when accounts and sessions come and go. */
export type AuthEvents = {
  onAccount: (userId: string) => Promise<void>;
  onSessionEnd: (userId: string) => Promise<void>;
  /** Deletes the account and all that goes with it, or throws why it stays. */
  deleteAccount: (userId: string) => Promise<void>;
};

/** Accounts by email and password, and guests who only give a name; sessions in cookies. */
export function createAuth(
  db: Database,
  log: Log,
  settings: AuthSettings,
  { onAccount, onSessionEnd, deleteAccount }: AuthEvents,
) {
  const { github, orcid } = settings.providers ?? {};
  return betterAuth({
    appName: 'Latentome',
    secret: settings.authSecret,
    basePath: '/api/auth',
    ...(settings.publicOrigin === undefined ? {} : { baseURL: settings.publicOrigin }),
    // The port may move between starts, so the trusted origin is the one the request was sent to.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      return host ? [`http://${host}`, `https://${host}`] : [];
    },
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    plugins: [
      anonymous({ generateName: () => 'Guest' }),
      genericOAuth({ config: orcid ? [orcidProvider(orcid)] : [] }),
    ],
    socialProviders: github ? { github } : {},
    user: {
      deleteUser: {
        enabled: true,
        beforeDelete: ({ id }) => deleteAccount(id), // what follows finds nothing left to delete
      },
    },
    hooks: { before: passwordToDelete },
    databaseHooks: {
      session: { delete: { after: ({ userId }) => onSessionEnd(userId) } },
      user: {
        create: {
          after: async (made) => {
            if (made.isAnonymous !== true) await onAccount(made.id);
          },
        },
      },
    },
    rateLimit: {
      enabled: settings.rateLimits,
      window: 60,
      max: 120,
      // A class opens the demo room at once, from one address; no password is guessed there.
      customRules: { '/sign-in/anonymous': { window: 60, max: 120 } },
    },
    advanced: {
      cookiePrefix: 'latentome',
      useSecureCookies: settings.publicOrigin?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    telemetry: { enabled: false },
    logger: {
      log: (level, message, ...rest) => {
        log[level](rest.length > 0 ? { rest } : {}, `auth: ${message}`);
      },
    },
  });
}
