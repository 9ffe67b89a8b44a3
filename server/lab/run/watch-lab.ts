import type { LabPerson } from '~/core/contracts/index.ts';
import { createContext, type Context } from '~/server/context.ts';
import { Queue } from '../../queue.ts';
import { requireRight } from '../rights.ts';

/** `lists`: one of the lab's lists has changed. `people`: who has the lab open now, and where. */
export type LabNews = { kind: 'lists' } | { kind: 'people'; people: LabPerson[] };

/**
 * Says, each time one of the lab's lists or the inbox of whoever listens has changed, that it is worth asking again, and
 * who is there: one stream a page for all, since browsers hold few. Whoever listens is there for the others. Each time it
 * is asked anew whose session this is and what they may: who was removed or signed out hears nothing more.
 */
export async function* watchLab(
  ctx: Context,
  labId: string,
  signal: AbortSignal,
): AsyncGenerator<LabNews> {
  const { bus, whereabouts } = ctx.services;
  const news = new Queue<LabNews['kind']>();
  const stop = new AbortController();
  const own = ctx.person ? [{ topic: 'inbox' as const, id: ctx.person.id }] : [];
  const heard = AbortSignal.any([signal, stop.signal]);
  const lists = bus.subscribeAny([{ topic: 'lab', id: labId }, ...own], heard);
  const hear = async () => {
    while (!(await lists.next()).done) news.push('lists');
    news.end();
  };
  const person = async () => {
    const asker = await createContext(ctx.services, ctx.headers);
    await requireRight(asker, labId, 'read');
    return asker.person;
  };
  const ends: (() => void)[] = [() => stop.abort()];
  try {
    const user = await person();
    void hear();
    ends.push(whereabouts.watch(labId, () => news.push('people')));
    if (user) {
      const { id, name, color } = user;
      const stay = { labId, user: { id, name: name.slice(0, 80), color }, roomId: null };
      const there = whereabouts.arrive(stay);
      ends.push(() => there.leave());
    }
    yield { kind: 'lists' };
    for await (const kind of news) {
      await person();
      yield kind === 'lists' ? { kind } : { kind, people: whereabouts.of(labId) };
    }
  } finally {
    for (const end of ends) end();
  }
}
