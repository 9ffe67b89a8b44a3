'use client';
import { useSyncExternalStore } from 'react';

const asked = '(prefers-reduced-motion: reduce)';

function subscribe(changed: () => void): () => void {
  const query = matchMedia(asked);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether this person asked their system for less motion. */
export function useCalm(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(asked).matches,
    () => false,
  );
}
