import { bottomAxis, linearAxis } from '../report/axis.ts';
import { marker, markerLegend, type Marker } from '../report/marker.ts';
import { shortNumber } from '../report/plot.ts';
import { line, rect, text, type Mark, type Scene } from '../report/scene.ts';

export type Dot = {
  /** of `kinds` */
  kind: number;
  value: number | null;
  low?: number | null;
  high?: number | null;
};
export type DotRow = { name: string; dots: readonly Dot[] };
export type DotPlot = {
  kinds: readonly { name: string; marker: Marker }[];
  rows: readonly DotRow[];
  /** what the axis shows at least */
  domain: readonly [number, number];
  /** what lies beyond is drawn at the edge */
  limits?: readonly [number, number];
  label: string;
};

/** Values with intervals in rows, one marker a kind; zero is a strong line. */
export function drawDots({ kinds, rows, domain, limits, label }: DotPlot, width: number): Scene {
  const legend = markerLegend(kinds, width);
  const apart = 9;
  const [left, top] = [138, legend.height + 6];
  const step = Math.max(20, apart * kinds.length + 8);
  const bottom = top + rows.length * step;
  const known = rows.flatMap(({ dots }) =>
    dots.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one != null)),
  );
  const [least, most] = limits ?? [-Infinity, Infinity];
  const inside = (value: number) => Math.min(most, Math.max(least, value));
  const axis = linearAxis(
    [inside(Math.min(domain[0], ...known)), inside(Math.max(domain[1], ...known))],
    left + 8,
    width - 12,
  );
  const marks: Mark[] = [
    ...legend.marks,
    ...bottomAxis(axis, top, bottom, label),
    rect([axis.at(0) - 0.75, top, 1.5, bottom - top], 'line-strong'),
  ];
  rows.forEach(({ name, dots }, index) => {
    const y = top + (index + 0.5) * step;
    marks.push(text(name, [left, y], { anchor: 'end', fill: 'ink' }));
    for (const { kind, value, low, high } of dots) {
      const look = kinds[kind];
      if (value === null || !look) continue;
      const at = y + (kind - (kinds.length - 1) / 2) * apart;
      const between =
        low == null || high == null ? '' : ` (${shortNumber(low)} to ${shortNumber(high)})`;
      const about = `${name}, ${look.name}: ${shortNumber(value)}${between}`;
      if (low != null && high != null)
        marks.push(
          line(
            [
              [axis.at(inside(low)), at],
              [axis.at(inside(high)), at],
            ],
            { stroke: look.marker.role, strokeWidth: 1.5, about },
          ),
        );
      marks.push(marker(look.marker, [axis.at(inside(value)), at], about));
    }
  });
  return { width, height: bottom + 36, marks };
}
