import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import type { Role } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { lab, membership } from '~/db/schema/index.ts';
import type { Person } from '../auth/person.ts';

/**
 * look: models and their files, what the first page needs · read: all that the lab holds ·
 * walk: be in a room · bench: change what a room shares · speak: name, vote, comment, save views ·
 * edit: import, train, make rooms, workers, take away what others said of names or saved · manage: people and their roles,
 * deleting models, withdraw what others wrote in threads.
 */
export type Action = 'look' | 'read' | 'walk' | 'bench' | 'speak' | 'edit' | 'manage';

/** How somebody stands to a lab: guest and stranger occur in labs open to guests only. */
export type Standing = Role | 'guest' | 'stranger' | 'outsider';

/** The one table every right is decided by. */
const allowed: Record<Standing, readonly Action[]> = {
  owner: ['look', 'read', 'walk', 'bench', 'speak', 'edit', 'manage'],
  editor: ['look', 'read', 'walk', 'bench', 'speak', 'edit'],
  commenter: ['look', 'read', 'walk', 'bench', 'speak'],
  viewer: ['look', 'read', 'walk'],
  guest: ['look', 'read', 'walk'],
  stranger: ['look'],
  outsider: [],
};

export const may = (standing: Standing, action: Action): boolean =>
  allowed[standing].includes(action);

/** A context, or the same inside a transaction. */
type Asker = { services: { db: Queries }; person: Person | null };
export type LabRow = typeof lab.$inferSelect;

/** Role in the lab, or what the lab grants without one. Never cached: a role taken away is away. */
export async function standingIn(
  { services, person }: Asker,
  labId: string,
): Promise<{ lab: LabRow | null; standing: Standing }> {
  const [row] = await services.db
    .select({ lab, role: membership.role })
    .from(lab)
    .leftJoin(
      membership,
      and(eq(membership.labId, lab.id), eq(membership.userId, person?.id ?? '')),
    )
    .where(eq(lab.id, labId));
  if (!row) return { lab: null, standing: 'outsider' };
  if (row.role !== null) return { lab: row.lab, standing: row.role };
  if (!row.lab.openToGuests) return { lab: row.lab, standing: 'outsider' };
  return { lab: row.lab, standing: person ? 'guest' : 'stranger' };
}

export async function can(asker: Asker, labId: string, action: Action): Promise<boolean> {
  const { lab: row, standing } = await standingIn(asker, labId);
  return row !== null && may(standing, action);
}

/**
 * @throws TRPCError NOT_FOUND for whom the lab does not exist as far as they may know,
 * UNAUTHORIZED for a stranger who would have to sign in first, FORBIDDEN for the others
 */
export async function requireRight(
  asker: Asker,
  labId: string,
  action: Action,
): Promise<{ lab: LabRow; standing: Standing }> {
  const { lab: row, standing } = await standingIn(asker, labId);
  if (row === null || !may(standing, 'look'))
    throw new TRPCError({ code: 'NOT_FOUND', message: 'There is nothing here, or not for you.' });
  if (may(standing, action)) return { lab: row, standing };
  if (standing === 'stranger')
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in or enter as a guest first.' });
  throw new TRPCError({ code: 'FORBIDDEN', message: `As ${standing} you may not do this here.` });
}
