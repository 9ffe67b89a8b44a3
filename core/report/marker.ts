import { round, text, type Mark, type Role } from './scene.ts';

/** Shape and colour of a mark in a legend: no two share a shape. */
export type Marker = {
  shape: keyof typeof outlines;
  role: Role;
  hollow?: boolean;
};

const outlines = {
  disc: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z',
  square: 'M-4 -4H4V4H-4Z',
  diamond: 'M0 -5.2L5.2 0L0 5.2L-5.2 0Z',
  up: 'M0 -5L4.8 3.8H-4.8Z',
  down: 'M0 5L4.8 -3.8H-4.8Z',
  cross: 'M-4 -4L4 4M-4 4L4 -4',
  plus: 'M0 -5V5M-5 0H5',
  bar: 'M0 -7V7',
} as const;

const open = new Set<keyof typeof outlines>(['cross', 'plus', 'bar']);

/** The marker at a place. */
export function marker(
  { shape, role, hollow = false }: Marker,
  [x, y]: readonly [number, number],
  about?: string,
): Mark {
  const attributes = {
    d: outlines[shape],
    transform: `translate(${round(x)} ${round(y)})`,
    strokeWidth: 1.6,
  };
  return {
    tag: 'path',
    attributes,
    stroke: role,
    ...(open.has(shape) ? {} : { fill: hollow ? ('surface' as const) : role }),
    ...(about ? { about } : {}),
  };
}

/** Rows of markers with their names, from the top left; `height` is what they take. */
export function markerLegend(
  entries: readonly { name: string; marker: Marker }[],
  width: number,
): { marks: Mark[]; height: number } {
  const marks: Mark[] = [];
  let [x, y] = [8, 10];
  for (const entry of entries) {
    const long = 16 + entry.name.length * 6.1;
    if (x > 8 && x + long > width) [x, y] = [8, y + 18];
    marks.push(marker(entry.marker, [x, y]), text(entry.name, [x + 11, y]));
    x += long + 14;
  }
  return { marks, height: y + 14 };
}
