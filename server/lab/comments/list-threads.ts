import { and, eq, isNull, or, type SQL } from 'drizzle-orm';
import type { CommentScope, ThreadList } from '~/core/contracts/index.ts';
import type { Database } from '~/db/client.ts';
import { commentThread, direction, room, run } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { may, requireRight, type Standing } from '../rights.ts';
import { summariseThreads } from './summarise-threads.ts';

/** The threads of a room, a direction or a run, the one with the newest comment first. */
export async function listThreads(ctx: SignedIn, scope: CommentScope): Promise<ThreadList> {
  const { db } = ctx.services;
  const place = await placeOf(db, scope);
  const { lab, standing } = await requireRight(ctx, place?.labId ?? '', 'read');
  const threads = place ? await summariseThreads(db, place.where, ctx.person.id) : [];
  return { labId: lab.id, ...rightsOf(standing), threads };
}

export const rightsOf = (standing: Standing) => ({
  maySpeak: may(standing, 'speak'),
  mayModerate: may(standing, 'manage'),
  mayWatch: standing !== 'guest' && standing !== 'stranger',
});

type Place = { labId: string; where: SQL | undefined };

async function placeOf(db: Database, scope: CommentScope): Promise<Place | undefined> {
  if (scope.of === 'direction') {
    const where = eq(commentThread.directionId, scope.directionId);
    const [row] = await db.select().from(direction).where(eq(direction.id, scope.directionId));
    return row && { labId: row.labId, where };
  }
  if (scope.of === 'run') {
    const where = eq(commentThread.runId, scope.runId);
    const [row] = await db.select().from(run).where(eq(run.id, scope.runId));
    return row && { labId: row.labId, where };
  }
  const [row] = await db.select().from(room).where(eq(room.id, scope.roomId));
  return (
    row && {
      labId: row.labId,
      where: and(
        eq(commentThread.modelId, row.modelId),
        isNull(commentThread.directionId),
        or(isNull(commentThread.roomId), eq(commentThread.roomId, row.id)),
      ),
    }
  );
}
