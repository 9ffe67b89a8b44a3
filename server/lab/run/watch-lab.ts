import { createContext, type Context } from '~/server/context.ts';
import { requireRight } from '../rights.ts';

/**
 * Says, each time one of the lab's lists or the inbox of whoever listens has changed, that it is worth asking again: one
 * stream a page for both, since browsers hold few. Each time it is asked anew whose session this is and what they may: who
 * was removed or signed out hears nothing more.
 */
export async function* watchLab(
  ctx: Context,
  labId: string,
  signal: AbortSignal,
): AsyncGenerator<{ labId: string }> {
  const own = ctx.person ? [{ topic: 'inbox' as const, id: ctx.person.id }] : [];
  const announcements = ctx.services.bus.subscribeAny(
    [{ topic: 'lab', id: labId }, ...own],
    signal,
  );
  try {
    do {
      await requireRight(await createContext(ctx.services, ctx.headers), labId, 'read');
      yield { labId };
    } while (!(await announcements.next()).done);
  } finally {
    await announcements.return?.();
  }
}
