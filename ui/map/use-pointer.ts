import { useCallback, useEffect, useRef, useState } from 'react';
import type { Tool } from './tools.ts';

type Tell = (z: number[] | null, pointing: boolean) => void;

/**
 * My pointer as others see it. It points on purpose while Shift is held, also where the mouse rests, and with the tool for
 * it, where the arrow keys lead it as well. Returns how to move it, and where I point now.
 */
export function usePointer(tool: Tool, tell: Tell | undefined) {
  const at = useRef<{ z: number[]; byKeys: boolean } | null>(null);
  const [pointed, setPointed] = useState<number[] | null>(null);
  const always = tool === 'point';

  const show = useCallback(
    (z: number[] | null, shift: boolean, byKeys = false) => {
      at.current = z && { z, byKeys };
      const pointing = tell !== undefined && z !== null && (shift || always);
      setPointed(pointing ? z : null);
      tell?.(z, pointing);
    },
    [tell, always],
  );

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const here = at.current;
      if (event.key !== 'Shift' || event.repeat || here === null || here.byKeys) return;
      if (event.target instanceof HTMLInputElement) return; // a capital letter
      show(here.z, event.type === 'keydown');
    };
    const away = () => {
      if (at.current) show(at.current.byKeys ? null : at.current.z, false);
    };
    addEventListener('keydown', press);
    addEventListener('keyup', press);
    addEventListener('blur', away);
    return () => {
      away(); // another tool
      removeEventListener('keydown', press);
      removeEventListener('keyup', press);
      removeEventListener('blur', away);
    };
  }, [show]);

  /** The keys go elsewhere: what they pointed at is let go. */
  const letGo = useCallback(() => {
    if (at.current?.byKeys) show(null, false);
  }, [show]);

  return { show, letGo, pointed };
}
