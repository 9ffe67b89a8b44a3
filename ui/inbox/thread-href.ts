import type { InboxItem } from '~/core/contracts/index.ts';
import { labHref } from '~/ui/site/index.ts';

/** The page a thread is on, with the thread open; the lab's where there is no other. */
export function threadHref({ lab, thread, place }: Pick<InboxItem, 'lab' | 'thread' | 'place'>) {
  const { modelId, roomId, directionId, runId } = place;
  const at = `?thread=${encodeURIComponent(thread.id)}`;
  if (runId) return labHref(lab.slug, 'runs', runId) + at;
  if (modelId && directionId)
    return labHref(lab.slug, 'models', modelId, 'directions', directionId) + at;
  if (modelId && roomId) return labHref(lab.slug, 'maps', modelId, roomId) + at;
  return labHref(lab.slug);
}
