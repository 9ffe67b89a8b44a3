import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { lab } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { demoSlug } from '../demo.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';

/**
 * Opens a lab to guests, or closes it: then the sockets of all who are not members close at once.
 * @throws TRPCError BAD_REQUEST for opening another lab than the demo lab
 */
export async function setOpenToGuests(
  ctx: SignedIn,
  { labId, open }: { labId: string; open: boolean },
): Promise<void> {
  await inTurn(ctx, labId, 'manage', async (tx, { slug, openToGuests }) => {
    if (open && slug !== demoSlug)
      throw new TRPCError({
        code: 'BAD_REQUEST',
        message: 'Only the demo lab can be opened to guests. Add people to this one instead.',
      });
    if (openToGuests === open) return;
    await tx.update(lab).set({ openToGuests: open }).where(eq(lab.id, labId));
    const what = open ? 'opened to guests' : 'closed to guests';
    await recordEvent(tx, { labId, who: ctx.person.id, what, about: {} });
  });
  const { bus } = ctx.services;
  await bus.publish({ topic: 'membership', id: labId, userId: null, role: null });
  await bus.publish({ topic: 'lab', id: labId });
}
