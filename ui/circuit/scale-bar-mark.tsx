import { useEffect, useState } from 'react';
import type { CircuitSigma } from './circuit-renderer.ts';
import { scaleBar } from './scale-bar.ts';

/** The length of a round number of µm at the present zoom. */
export function ScaleBar({ sigma }: { sigma: CircuitSigma }) {
  const [bar, setBar] = useState<{ length: number; width: number } | null>(null);
  useEffect(() => {
    const measure = () => {
      const a = sigma.graphToViewport({ x: 0, y: 0 });
      const b = sigma.graphToViewport({ x: 100, y: 0 });
      const next = scaleBar(Math.hypot(b.x - a.x, b.y - a.y) / 100, 110);
      setBar((now) => (now?.length === next?.length && now?.width === next?.width ? now : next));
    };
    sigma.on('afterRender', measure);
    return () => {
      sigma.off('afterRender', measure);
    };
  }, [sigma]);
  if (!bar) return null;
  return (
    <div className="pointer-events-none absolute bottom-2 left-3 text-12 text-ink-2" aria-hidden>
      <div className="figures">{bar.length} µm</div>
      <div className="h-1 border border-t-0 border-ink-3" style={{ width: bar.width }} />
    </div>
  );
}
