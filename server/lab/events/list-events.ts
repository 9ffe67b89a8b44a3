import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { LabEventPage } from '~/core/contracts/index.ts';
import { labEvent, user } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { formerMember } from '../former-member.ts';
import { requireRight } from '../rights.ts';

const pageSize = 50;

/** What happened in the lab, newest first, a page at a time: those before the event numbered `before`. */
export async function listEvents(
  ctx: SignedIn,
  labId: string,
  before: number | null,
): Promise<LabEventPage> {
  await requireRight(ctx, labId, 'read');
  const { db } = ctx.services;
  const rows = await db
    .select()
    .from(labEvent)
    .where(and(eq(labEvent.labId, labId), before === null ? undefined : lt(labEvent.seq, before)))
    .orderBy(desc(labEvent.seq))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const ids = new Set(page.flatMap(({ who, about }) => [who, about.personId ?? null]));
  const people = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(
      inArray(
        user.id,
        [...ids].flatMap((id) => id ?? []),
      ),
    );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    events: page.map(({ seq, at, who, what, about }) => ({
      ...{ seq, what, at: at.toISOString() },
      who: who === null ? 'The server' : (names.get(who) ?? formerMember),
      name: about.name ?? null,
      before: about.before ?? null,
      role: about.role ?? null,
      person: about.personId === undefined ? null : (names.get(about.personId) ?? formerMember),
    })),
    next: rows.length > pageSize ? (page.at(-1)?.seq ?? null) : null,
  };
}
