import { memo } from 'react';
import { toScreen, type Point } from '../camera.ts';
import type { MapFrame } from '../frame.ts';
import type { ContourLine } from './contour-lines.ts';

type Props = { frame: MapFrame; lines: readonly ContourLine[] };
type Label = { x: number; y: number; text: string };

/** Pixels between two labels, and between a label and the border. */
const [apart, margin] = [56, 24];

/** The values of the contour lines, above the points. */
export const ContourLabels = memo(function ContourLabels({ frame, lines }: Props) {
  return (
    <g
      aria-hidden
      className="figures"
      textAnchor="middle"
      fontSize={11}
      data-testid="contour-labels"
    >
      {labelsOf(lines, frame).map(({ x, y, text }) => (
        <text
          key={`${text} ${x} ${y}`}
          x={x}
          y={y}
          dominantBaseline="central"
          className="fill-ink stroke-surface stroke-[3px] [paint-order:stroke]"
        >
          {text}
        </text>
      ))}
    </g>
  );
});

/** The two longest lines of each level get its value, in their middle, where no other label is near. */
function labelsOf(lines: readonly ContourLine[], { camera, viewport }: MapFrame): Label[] {
  const labels: Label[] = [];
  const free = ([x, y]: Point) =>
    x > margin &&
    y > margin &&
    x < viewport.width - margin &&
    y < viewport.height - margin &&
    labels.every((label) => Math.hypot(label.x - x, label.y - y) > apart);
  for (const { text, runs } of lines)
    for (const run of runs.toSorted((a, b) => b.length - a.length).slice(0, 2)) {
      const places = [0.5, 0.35, 0.65, 0.2, 0.8].map((share) => {
        const place = run[Math.floor(share * (run.length - 1))] ?? [NaN, NaN];
        return toScreen(camera, viewport, place);
      });
      const found = places.find(free);
      if (found) labels.push({ x: found[0], y: found[1], text });
    }
  return labels;
}
