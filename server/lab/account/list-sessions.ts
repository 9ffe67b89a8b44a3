import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { SessionSummary } from '~/core/contracts/index.ts';
import { session } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';

/** Where this person is signed in, the latest first; their tokens stay in the database. */
export async function listSessions(ctx: SignedIn): Promise<SessionSummary[]> {
  const { db, auth } = ctx.services;
  const mine = await auth.api.getSession({ headers: ctx.headers });
  const rows = await db
    .select()
    .from(session)
    .where(and(eq(session.userId, ctx.person.id), gt(session.expiresAt, sql`now()`)))
    .orderBy(desc(session.updatedAt), desc(session.id));
  return rows.map((row) => ({
    id: row.id,
    current: row.id === mine?.session.id,
    agent: row.userAgent === '' ? null : row.userAgent,
    address: row.ipAddress === '' ? null : row.ipAddress,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}
