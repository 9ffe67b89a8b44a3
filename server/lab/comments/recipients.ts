import { TRPCError } from '@trpc/server';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { mentionedIn } from '~/core/comments/index.ts';
import type { InboxReason } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { membership, threadWatch, user } from '~/db/schema/index.ts';

type Said = { labId: string; threadId: string | null; text: string; by: string };

/**
 * Whom a comment is for: members it mentions, and those who watch its thread. Their accounts, and its author's, are held to
 * the end of the transaction, before anything of the thread is: an account that is deleted meanwhile takes the same order.
 */
export async function recipientsOf(
  tx: Queries,
  { labId, threadId, text, by }: Said,
): Promise<{ mentions: string[]; told: Map<string, InboxReason> }> {
  const named = mentionedIn(text);
  const watchers = threadId === null ? [] : await watchersOf(tx, threadId);
  const held = await holdAccounts(tx, [by, ...named, ...watchers]);
  if (!held.has(by)) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first.' });
  const members = await tx
    .select({ id: membership.userId })
    .from(membership)
    .where(and(eq(membership.labId, labId), inArray(membership.userId, [...named, ...watchers])));
  const there = new Set(members.map(({ id }) => id));
  const mentions = named.filter((id) => there.has(id));
  const told = new Map<string, InboxReason>();
  for (const id of watchers) if (there.has(id) && id !== by) told.set(id, 'reply');
  for (const id of mentions) if (id !== by) told.set(id, 'mention');
  return { mentions, told };
}

async function watchersOf(tx: Queries, threadId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: threadWatch.userId })
    .from(threadWatch)
    .where(and(eq(threadWatch.threadId, threadId), eq(threadWatch.watching, true)));
  return rows.map(({ id }) => id);
}

/** In one order, so that two who mention each other do not wait for each other. @returns those that are there */
async function holdAccounts(tx: Queries, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: user.id })
    .from(user)
    .where(inArray(user.id, [...ids]))
    .orderBy(asc(user.id))
    .for('key share');
  return new Set(rows.map(({ id }) => id));
}
