import { colourOf } from '~/core/collab/colours.ts';
import type { Me } from '~/core/contracts/index.ts';
import { accountCode } from './account-code.ts';
import type { Auth } from './auth.ts';
import { knownEmail } from './orcid.ts';

/** The one who asks, as far as the server knows them; guests have chosen only a name. */
export type Person = Me;

/** Reads the session cookie; null for a stranger. */
export async function personOf(auth: Auth, headers: Headers): Promise<Person | null> {
  if (!headers.has('cookie')) return null;
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const { id, name, email, isAnonymous } = session.user;
  const guest = isAnonymous === true;
  return {
    ...{ id, name, guest, color: colourOf(id) },
    email: guest ? null : knownEmail(email),
    code: guest ? null : accountCode(id),
  };
}
