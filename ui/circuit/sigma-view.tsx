'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Notice, useTokens } from '~/ui/kit/index.ts';
import { circuitGraph } from './circuit-graph.ts';
import type { CircuitSigma } from './circuit-renderer.ts';
import type { Places } from './layout.ts';
import type { CircuitPicture } from './neurons-view.ts';
import { toggled } from './toggled.ts';
import { ScaleBar } from './scale-bar-mark.tsx';

type Props = {
  picture: CircuitPicture;
  places: Places;
  /** Places are µm: a scale bar is drawn. */
  inMicrometres: boolean;
  selected: ReadonlySet<number>;
  onSelect: (neurons: ReadonlySet<number>) => void;
};

/** The circuit in sigma. One renderer for the life of the view; a new circuit is a new graph in it, the camera stays. */
export function SigmaView({ picture, places, inMicrometres, selected, onSelect }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const tokens = useTokens();
  const graph = useMemo(
    () => circuitGraph(picture, places, selected, tokens),
    [picture, places, selected, tokens],
  );
  const [sigma, setSigma] = useState<CircuitSigma | null>(null);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let made: CircuitSigma | null = null;
    let gone = false;
    // sigma asks for WebGL while it is imported, which a server has not
    void import('./circuit-renderer.ts')
      .then(({ circuitRenderer }) => {
        if (gone) return;
        made = circuitRenderer(element, tokens);
        setSigma(made);
      })
      .catch(() => setRefused(true));
    return () => {
      gone = true;
      setSigma(null);
      made?.kill();
    };
  }, [tokens]);

  useEffect(() => {
    sigma?.setGraph(graph);
  }, [sigma, graph]);

  useEffect(() => {
    if (!sigma) return;
    const toggle = ({ node }: { node: string }) => onSelect(toggled(selected, Number(node)));
    const clear = () => onSelect(new Set());
    sigma.on('clickNode', toggle).on('clickStage', clear);
    return () => {
      sigma.off('clickNode', toggle).off('clickStage', clear);
    };
  }, [sigma, selected, onSelect]);

  return (
    <div className="relative size-full min-h-0">
      <div
        ref={container}
        role="img"
        aria-label={`Graph of ${picture.circuit.n} neurons and ${graph.size} connections; the table lists them`}
        data-testid="circuit-graph"
        data-edges-drawn={graph.size}
        className="absolute inset-0"
      />
      {sigma && inMicrometres && <ScaleBar sigma={sigma} />}
      {refused && (
        <Notice tone="warn">
          This browser has no WebGL. The matrix and the table show the same.
        </Notice>
      )}
    </div>
  );
}
