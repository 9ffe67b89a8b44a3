'use client';
import { useEffect, useRef } from 'react';
import { useTokens } from '~/ui/kit/index.ts';
import { circuitGraph, edgesDrawn, type CircuitGraph } from './circuit-graph.ts';
import { FlatGraph } from './flat-graph.tsx';
import { hoverName } from './hover-name.ts';
import type { Places } from './layout.ts';
import type { CircuitPicture } from './neurons-view.ts';
import { toggled } from './toggled.ts';
import { ScaleBar } from './scale-bar-mark.tsx';
import { isAlive, useSigma } from './use-sigma.ts';

type Props = {
  picture: CircuitPicture;
  places: Places;
  /** Places are µm: a scale bar is drawn. */
  inMicrometres: boolean;
  selected: ReadonlySet<number>;
  onSelect: (neurons: ReadonlySet<number>) => void;
};

/** The circuit in sigma. One renderer for the life of the view; two graphs take turns in it, the camera stays. */
export function SigmaView({ picture, places, inMicrometres, selected, onSelect }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const tokens = useTokens();
  const graphs = useRef<{ shown?: CircuitGraph; resting?: CircuitGraph }>({});
  const { sigma, refused } = useSigma(container);
  const edges = edgesDrawn(picture);

  useEffect(() => {
    if (!isAlive(sigma)) return;
    const { shown, resting } = graphs.current;
    const graph = circuitGraph(picture, places, selected, tokens, resting);
    graphs.current = { shown: graph, resting: shown };
    sigma.setGraph(graph);
  }, [sigma, picture, places, selected, tokens]);

  useEffect(() => {
    if (isAlive(sigma)) sigma.setSetting('defaultDrawNodeHover', hoverName(tokens));
  }, [sigma, tokens]);

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
        aria-label={`Graph of ${picture.circuit.n} neurons and ${edges} connections; the table lists them`}
        data-testid="circuit-graph"
        data-edges-drawn={edges}
        data-drawn={refused ? 'flat' : sigma ? 'webgl' : 'not yet'}
        data-selected={JSON.stringify([...selected])}
        className="absolute inset-0"
      />
      {sigma && inMicrometres && <ScaleBar sigma={sigma} />}
      {refused && (
        <div className="absolute inset-0 flex flex-col pt-6">
          <div className="min-h-0 flex-1">
            <FlatGraph picture={picture} places={places} selected={selected} />
          </div>
          <p className="px-2 pb-1 text-12 text-ink-2" data-testid="flat">
            Drawn without WebGL, which this browser does not give: no zoom, lines without arrows.
            Matrix and table are whole.
          </p>
        </div>
      )}
    </div>
  );
}
