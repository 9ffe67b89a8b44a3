import type { invitation } from '~/db/schema/index.ts';

export type InvitationRow = typeof invitation.$inferSelect;

/** Whether a link is good, or why it is not. */
export function invitationState(
  { revokedAt, expiresAt, uses, maxUses }: InvitationRow,
  now = new Date(),
): 'open' | 'expired' | 'revoked' | 'used' {
  if (revokedAt !== null) return 'revoked';
  if (maxUses !== null && uses >= maxUses) return 'used';
  return expiresAt <= now ? 'expired' : 'open';
}
