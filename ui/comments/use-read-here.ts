import { useEffect, useSyncExternalStore } from 'react';
import { useInbox } from '~/ui/site/index.ts';

function watch(tell: () => void): () => void {
  document.addEventListener('visibilitychange', tell);
  return () => document.removeEventListener('visibilitychange', tell);
}

/** Whoever has a thread open before them has read what it says; in a tab behind others they have not. */
export function useReadHere(threadId: string, comments: number): void {
  const { unread, markThread } = useInbox();
  const inSight = useSyncExternalStore(
    watch,
    () => document.visibilityState === 'visible',
    () => false,
  );
  useEffect(() => {
    if (inSight && unread > 0) markThread(threadId);
  }, [inSight, unread, markThread, threadId, comments]);
}
