import { TRPCError } from '@trpc/server';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { announceMembership, changeMembership } from './change-membership.ts';

/** Makes another member owner and oneself editor, both or neither. @throws TRPCError NOT_FOUND for who is no member */
export async function handOverLab(
  ctx: SignedIn,
  { labId, userId }: { labId: string; userId: string },
): Promise<void> {
  const me = ctx.person.id;
  const theirs = { labId, userId, role: 'owner' as const };
  const mine = { labId, userId: me, role: 'editor' as const };
  await inTurn(ctx, labId, 'manage', async (tx) => {
    if (userId === me)
      throw new TRPCError({ code: 'BAD_REQUEST', message: 'Choose somebody else to hand it to.' });
    await changeMembership(tx, theirs, 'member');
    await changeMembership(tx, mine, 'member');
    await recordEvent(tx, { labId, who: me, what: 'lab handed over', about: { personId: userId } });
  });
  await announceMembership(ctx.services, theirs);
  await announceMembership(ctx.services, mine);
}
