import { useEffect, useState, type RefObject } from 'react';
import type { Viewport } from './camera.ts';

/** Size of an element in CSS pixels, null until it is known. */
export function useViewport(ref: RefObject<HTMLElement | null>): Viewport | null {
  const [viewport, setViewport] = useState<Viewport | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setViewport({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return viewport;
}
