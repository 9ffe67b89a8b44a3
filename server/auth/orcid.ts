import type { OAuthClient } from '../env.ts';

/** ORCID gives no address, and an account has one: this one reaches nobody, by RFC 2606. */
const noAddress = '@orcid.invalid';

/** The address people may be reached and found by; null for an account that came without one. */
export const knownEmail = (email: string): string | null =>
  email.endsWith(noAddress) ? null : email;

/** Signing in with an ORCID iD. Its endpoints are known, so nothing is asked of it when the server starts. */
export const orcidProvider = ({ issuer, ...client }: OAuthClient & { issuer: string }) => ({
  ...client,
  providerId: 'orcid' as const,
  name: 'ORCID',
  authorizationUrl: `${issuer}/oauth/authorize`,
  tokenUrl: `${issuer}/oauth/token`,
  userInfoUrl: `${issuer}/oauth/userinfo`,
  scopes: ['openid'],
  accountSubject: ({ profile }: { profile: { sub?: string | number | null | undefined } }) =>
    String(profile.sub ?? ''),
  mapProfileToUser: (profile: Record<string, unknown>) => {
    const text = (field: string) => (typeof profile[field] === 'string' ? profile[field] : '');
    const full = text('name') || `${text('given_name')} ${text('family_name')}`.trim();
    return {
      name: full === '' ? text('sub') : full,
      email: `${text('sub')}${noAddress}`,
      emailVerified: false,
    };
  },
});
