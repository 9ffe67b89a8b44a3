import { useEffect, useRef, useState } from 'react';
import { faded, grown, type Spot } from './trail.ts';

/** Somebody who points at a place on purpose. */
export interface Pointing {
  readonly key: string;
  readonly color: string;
  readonly z: readonly number[];
}

export interface Trail {
  readonly key: string;
  readonly color: string;
  readonly spots: readonly Spot[];
}

/** What is drawn now, and at which moment. */
export interface Trails {
  readonly now: number;
  readonly trails: readonly Trail[];
}

const nothing: Trails = { now: 0, trails: [] };

/** The trails of all who point, from frame to frame while there is something to fade; none for those who asked for calm. */
export function useTrails(pointing: readonly Pointing[], calm: boolean): Trails {
  const [drawn, setDrawn] = useState(nothing);
  const kept = useRef(new Map<string, Trail>());
  const frame = useRef<number | null>(null);

  useEffect(() => {
    if (calm) return;
    const now = performance.now();
    for (const { key, color, z } of pointing) {
      const spots = grown(kept.current.get(key)?.spots ?? [], z, now);
      kept.current.set(key, { key, color, spots });
    }
    const draw = () => {
      frame.current = null;
      const at = performance.now();
      for (const trail of kept.current.values()) {
        const spots = faded(trail.spots, at);
        if (spots.length === 0) kept.current.delete(trail.key);
        else kept.current.set(trail.key, { ...trail, spots });
      }
      const trails = [...kept.current.values()];
      setDrawn(trails.length > 0 ? { now: at, trails } : nothing);
      if (trails.length > 0) frame.current = requestAnimationFrame(draw);
    };
    if (kept.current.size > 0) frame.current ??= requestAnimationFrame(draw);
  }, [pointing, calm]);

  useEffect(
    () => () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current);
      frame.current = null;
    },
    [],
  );
  return calm ? nothing : drawn;
}
