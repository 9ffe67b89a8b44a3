import { createHash } from 'node:crypto';

/** Crockford's base 32: nothing that is misheard or misread over a telephone. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Eight letters (40 bits) that name an account when people speak of it. Ids are drawn by the server, so whoever signs
 * up under somebody else's address cannot choose to have their code.
 */
export function accountCode(userId: string): string {
  const hash = createHash('sha256').update(`account ${userId}`).digest();
  const code = Array.from(hash.subarray(0, 8), (byte) => letters[byte % letters.length]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
