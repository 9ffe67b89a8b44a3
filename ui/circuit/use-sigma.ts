import { useEffect, useState, type RefObject } from 'react';
import type { CircuitSigma } from './circuit-renderer.ts';

/** A driver that takes the context away again and again is left alone after so many. */
const mostLosses = 3;

/** Renderers that are no more: until the page is rendered again its effects still hold them. */
const killed = new WeakSet<CircuitSigma>();

export function isAlive(sigma: CircuitSigma | null): sigma is CircuitSigma {
  return sigma !== null && !killed.has(sigma);
}

/**
 * Sigma in an element for as long as it is mounted. A lost WebGL context is replaced by a renderer with fresh
 * canvases; `refused` where there is no WebGL, or it does not stay.
 */
export function useSigma(container: RefObject<HTMLElement | null>) {
  const [sigma, setSigma] = useState<CircuitSigma | null>(null);
  const [losses, setLosses] = useState(0);
  const [failed, setFailed] = useState(false);
  const refused = failed || losses > mostLosses;

  useEffect(() => {
    const element = container.current;
    if (!element || refused) return;
    let made: CircuitSigma | null = null;
    let gone = false;
    const lost = () => {
      if (gone) return;
      gone = true; // its other canvases lose theirs at the same moment
      setLosses((count) => count + 1);
    };
    element.addEventListener('webglcontextlost', lost, { capture: true }); // it does not bubble
    // sigma asks for WebGL while it is imported, which a server has not
    void import('./circuit-renderer.ts')
      .then(({ circuitRenderer }) => {
        if (gone) return;
        made = circuitRenderer(element);
        setSigma(made);
      })
      .catch(() => {
        element.replaceChildren(); // what it had begun to build
        setFailed(true);
      });
    return () => {
      gone = true;
      element.removeEventListener('webglcontextlost', lost, { capture: true });
      setSigma(null);
      if (!made) return;
      killed.add(made);
      made.kill();
    };
  }, [container, losses, refused]);
  return { sigma, refused };
}
