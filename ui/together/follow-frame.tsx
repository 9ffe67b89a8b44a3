'use client';
import { useEffect, useRef, type ReactNode } from 'react';
import { inkOn } from '~/core/collab/index.ts';
import type { RoomPerson } from './people-watch.ts';

type Props = { leader: RoomPerson | null; onLeave: () => void; children: ReactNode };

const movingKeys = /^(Arrow(Up|Down|Left|Right)|Escape|\+|-|=)$/;

/** A frame in the colour of the person I follow. Any movement of my own inside it, or Escape, ends following. */
export function FollowFrame({ leader, onLeave, children }: Props) {
  const inside = useRef<HTMLDivElement>(null);
  const following = leader !== null;

  useEffect(() => {
    const element = inside.current;
    if (!following || element === null) return;
    const leave = () => onLeave();
    const press = (event: KeyboardEvent) => {
      if (movingKeys.test(event.key)) onLeave();
    };
    const options = { capture: true, passive: true };
    element.addEventListener('pointerdown', leave, options);
    element.addEventListener('wheel', leave, options);
    element.addEventListener('keydown', press, options);
    return () => {
      element.removeEventListener('pointerdown', leave, options);
      element.removeEventListener('wheel', leave, options);
      element.removeEventListener('keydown', press, options);
    };
  }, [following, onLeave]);

  return (
    <div className="relative h-full min-h-0 w-full">
      <div ref={inside} className="h-full w-full">
        {children}
      </div>
      {leader && (
        <div
          className="pointer-events-none absolute inset-0 z-20 border-3"
          style={{ borderColor: leader.user.color }}
        >
          <button
            type="button"
            onClick={onLeave}
            className="pointer-events-auto absolute left-1/2 top-0 flex max-w-[70%] -translate-x-1/2 gap-1 whitespace-nowrap rounded-b px-3 py-0.5 text-12 font-medium"
            style={{ background: leader.user.color, color: inkOn(leader.user.color) }}
          >
            <span className="truncate">Following {leader.user.name}.</span> Stop
          </button>
        </div>
      )}
    </div>
  );
}
