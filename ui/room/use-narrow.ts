import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

function watch(tell: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
}

/** Whether the window is as narrow as a phone, where panels are sheets. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    watch,
    () => matchMedia(query).matches,
    () => false,
  );
}
