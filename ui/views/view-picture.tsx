'use client';
import { useCallback, useMemo } from 'react';
import type { ViewSummary } from '~/core/contracts/index.ts';
import { fromBase64 } from '~/core/exchange/bits.ts';
import { Canvas, MiniCircuit, packedEdges, type Draw } from '~/ui/kit/index.ts';

type Pictured = Pick<ViewSummary, 'picture' | 'size' | 'adjacency'>;

/** The small picture of a view: its place on the map, beside it its circuit. */
export function ViewPicture({ view, className }: { view: Pictured; className?: string }) {
  const { picture, size, adjacency } = view;
  const draw = useCallback<Draw>(
    (context, width, height, tokens) => {
      const places = fromBase64(picture.map);
      const side = Math.min(width, height) - 8;
      const at = (x: number, y: number): [number, number] => [
        (width - side) / 2 + (x / 255) * side,
        (height - side) / 2 + (y / 255) * side,
      ];
      context.fillStyle = tokens['ink-3'];
      context.globalAlpha = 0.75;
      for (let k = 0; k + 1 < places.length; k += 2) {
        const [x, y] = at(places[k] ?? 0, places[k + 1] ?? 0);
        context.fillRect(x - 0.6, y - 0.6, 1.2, 1.2);
      }
      context.globalAlpha = 1;
      for (const [line, colour] of [
        [4.5, tokens.surface],
        [2, tokens.accent],
      ] as const) {
        context.beginPath();
        context.arc(...at(...picture.probe), 4, 0, 2 * Math.PI);
        context.lineWidth = line;
        context.strokeStyle = colour;
        context.stroke();
      }
    },
    [picture],
  );
  const circuit = useMemo(() => {
    const places = fromBase64(picture.neurons);
    const axis = (of: 0 | 1) =>
      Array.from({ length: places.length / 2 }, (_, k) => places[2 * k + of] ?? 0);
    return {
      n: size,
      edges: packedEdges(size, adjacency),
      x: places.length > 0 ? axis(0) : undefined,
      y: places.length > 0 ? axis(1) : undefined,
      class: Array.from(picture.classes),
    };
  }, [picture, size, adjacency]);
  return (
    <div className={`grid grid-cols-2 overflow-hidden rounded bg-surface-2 ${className ?? ''}`}>
      <Canvas label="Where the probe stands on the map" draw={draw} />
      <MiniCircuit circuit={circuit} label="The circuit" className="min-w-0" />
    </div>
  );
}
