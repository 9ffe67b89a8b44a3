import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { session } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';

/** Signs this person out somewhere; rooms open there close at once. @throws TRPCError NOT_FOUND */
export async function endSession(ctx: SignedIn, sessionId: string): Promise<void> {
  const { db, auth } = ctx.services;
  const [row] = await db
    .select({ token: session.token })
    .from(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, ctx.person.id)));
  if (!row)
    throw new TRPCError({ code: 'NOT_FOUND', message: 'You have no such session any more.' });
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteSession(row.token);
}
