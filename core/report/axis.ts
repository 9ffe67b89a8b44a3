import { scaleLinear, scaleLog } from 'd3-scale';
import { line, text, type Mark } from './scene.ts';

/** Where a value lies along an axis, and the values that are written there. */
export type Axis = {
  at: (value: number) => number;
  ticks: readonly number[];
  /** what is smaller than the first value is drawn at it */
  open?: boolean;
};

export function linearAxis(
  domain: readonly [number, number],
  from: number,
  to: number,
  wish = 5,
): Axis {
  const scale = scaleLinear().domain(domain).range([from, to]);
  return { at: (value) => scale(value), ticks: scale.ticks(wish) };
}

/** Powers of ten with 2 and 5 between them; what lies below the domain is drawn at its beginning. */
export function logAxis(domain: readonly [number, number], from: number, to: number): Axis {
  const scale = scaleLog().domain(domain).range([from, to]);
  const ticks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  const inside = ticks.filter((tick) => tick >= domain[0] && tick <= domain[1]);
  const fits = Math.abs(to - from) / inside.length > 26;
  const [first] = domain;
  const kept = inside.filter(
    (tick) => fits || tick === first || Number.isInteger(Math.log10(tick)),
  );
  const at = (value: number) => scale(Math.max(value, domain[0]));
  return { at, ticks: kept, open: true };
}

/** A horizontal axis at `y` under a plot whose top is at `top`, with a faint line at each tick. */
export function bottomAxis(axis: Axis, top: number, y: number, label: string): Mark[] {
  const [first = 0] = axis.ticks;
  const last = axis.ticks.at(-1) ?? first;
  return [
    ...axis.ticks.map((tick) =>
      line(
        [
          [axis.at(tick), top],
          [axis.at(tick), y],
        ],
        { stroke: 'line' },
      ),
    ),
    ...axis.ticks.map((tick) =>
      text(`${axis.open && tick === first ? '≤ ' : ''}${tick}`, [axis.at(tick), y + 10], {
        anchor: 'middle',
        fill: 'ink-3',
      }),
    ),
    text(label, [(axis.at(first) + axis.at(last)) / 2, y + 26], {
      anchor: 'middle',
      fill: 'ink-3',
    }),
  ];
}

/** A vertical axis whose labels end at `x`, with faint lines to `right`. */
export function leftAxis(axis: Axis, x: number, right: number): Mark[] {
  return axis.ticks.flatMap((tick) => [
    line(
      [
        [x + 4, axis.at(tick)],
        [right, axis.at(tick)],
      ],
      { stroke: 'line' },
    ),
    text(String(tick), [x, axis.at(tick)], { anchor: 'end', fill: 'ink-3' }),
  ]);
}
