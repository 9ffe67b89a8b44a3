'use client';
import { useEffect } from 'react';
import type { RoomConnection } from './room-connection.ts';

/** Ctrl or Cmd with Z takes back my last change, with Shift (or Ctrl Y) makes it again; not while typing. */
export function useUndoKeys(room: RoomConnection | null): void {
  useEffect(() => {
    if (room === null) return;
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) room.undo();
      else if (key === 'y' || key === 'z') room.redo();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [room]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
