import { useCallback, useLayoutEffect, useRef } from 'react';
import { makeView, type MadeView, type Scene } from './make-view.ts';

/** Makes the view of what is seen at the moment it is asked for, as a function that stays the same while the probe moves. */
export function useViewMaker(scene: Scene): () => MadeView | null {
  const newest = useRef(scene);
  useLayoutEffect(() => {
    newest.current = scene;
  });
  return useCallback(() => makeView(newest.current), []);
}
