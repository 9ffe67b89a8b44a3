import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { invitation } from '~/db/schema/index.ts';
import type { InvitationRow } from './invitation-state.ts';
import { hashOfToken } from './invitation-token.ts';

/** @throws TRPCError NOT_FOUND for a token that was never given out */
export async function findInvitation(db: Queries, token: string): Promise<InvitationRow> {
  const [found] = await db
    .select()
    .from(invitation)
    .where(eq(invitation.tokenHash, hashOfToken(token)));
  if (!found)
    throw new TRPCError({
      code: 'NOT_FOUND',
      message: 'This is no invitation of this server. Check that the link is whole.',
    });
  return found;
}
