'use client';
import { useEffect, useState } from 'react';

/**
 * The value in a task of its own, after what changed with it was drawn; what is replaced before its turn is passed over.
 * Not `useDeferredValue`: its updates wait for any navigation of the router that is still under way.
 */
export function useLater<T extends object | null>(value: T): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const turn = setTimeout(() => setLater(value));
    return () => clearTimeout(turn);
  }, [value]);
  return later;
}
