import { desc, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ViewState, ViewSummary } from '~/core/contracts/index.ts';
import { readViewState, ViewUnreadable } from '~/core/views/index.ts';
import type { Queries } from '~/db/client.ts';
import { user, view } from '~/db/schema/index.ts';
import { formerMember } from '../former-member.ts';
import { may, type Standing } from '../rights.ts';

/** Who looks, and how they stand to the lab. */
export type Looker = { personId: string | null; standing: Standing };

/** `summary` null: saved by a newer version of the program. */
export type FoundView = { seq: number; summary: ViewSummary | null };

const origin = alias(view, 'origin');

/** Views as somebody sees them, newest first. */
export async function findViews(
  db: Queries,
  where: SQL | undefined,
  { personId, standing }: Looker,
  limit = 1,
): Promise<FoundView[]> {
  const rows = await db
    .select({ row: view, name: user.name, originTitle: origin.title })
    .from(view)
    .leftJoin(user, eq(user.id, view.userId))
    .leftJoin(origin, eq(origin.code, view.originCode))
    .where(where)
    .orderBy(desc(view.seq))
    .limit(limit);
  return rows.map(({ row, name, originTitle }) => {
    const state = stateOf(row.state);
    if (!state) return { seq: row.seq, summary: null };
    const { code, labId, title, note, picture, originCode } = row;
    const mine = personId !== null && row.userId === personId;
    const summary = {
      ...{ code, labId, title, note, picture },
      by: { name: name ?? formerMember, mine },
      model: state.model,
      seed: state.probe.seed,
      size: state.size,
      adjacency: state.edges.adjacency,
      origin: originCode === null ? null : { code: originCode, title: originTitle },
      mayEdit: mayChange({ mine }, standing),
      createdAt: row.createdAt.toISOString(),
    };
    return { seq: row.seq, summary };
  });
}

/** Whoever made a view may change it while they may speak here, and so may editors. */
export const mayChange = ({ mine }: { mine: boolean }, standing: Standing): boolean =>
  may(standing, 'edit') || (mine && may(standing, 'speak'));

function stateOf(stored: unknown): ViewState | null {
  try {
    return readViewState(stored);
  } catch (error) {
    if (error instanceof ViewUnreadable) return null;
    throw error;
  }
}
