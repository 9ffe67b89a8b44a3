import { useCallback, useLayoutEffect, useRef } from 'react';
import type { BesideShown } from '~/ui/structure/index.ts';
import { makeView, type MadeView, type Scene } from './make-view.ts';

/**
 * Makes the view of what is seen at the moment it is asked for, as a function that stays the same while the probe moves.
 * What the metrics stand beside changes with every draw, so it is asked for too.
 */
export function useViewMaker(
  scene: Omit<Scene, 'beside'>,
  besideNow: () => BesideShown | null,
): () => MadeView | null {
  const newest = useRef(scene);
  useLayoutEffect(() => {
    newest.current = scene;
  });
  return useCallback(() => makeView({ ...newest.current, beside: besideNow() }), [besideNow]);
}
