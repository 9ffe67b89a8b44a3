import { and, eq } from 'drizzle-orm';
import { commentThread, inboxItem, membership } from '~/db/schema/index.ts';

/** What came from a lab is there as long as its person belongs to it. */
export const stillMember = and(
  eq(membership.labId, commentThread.labId),
  eq(membership.userId, inboxItem.userId),
);
