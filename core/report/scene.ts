/** Colours by what they are for; whoever draws a scene gives them: a page its theme, a file its palette. */
export const roles = [
  'surface',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-strong',
  'accent',
  'excitatory',
  'inhibitory',
  'fold-train',
  'fold-validation',
  'fold-test',
  'fold-gap',
] as const;
export type Role = (typeof roles)[number];
export type Palette = Readonly<Record<Role, string>>;

/** One SVG element; names of attributes as React spells them. `about` is said where a pointer rests. */
export type Mark = {
  tag: 'path' | 'circle' | 'rect' | 'text';
  attributes: Readonly<Record<string, string | number>>;
  fill?: Role;
  stroke?: Role;
  text?: string;
  about?: string;
};

/** A drawing without colours: the same on a page, in a file and in a test. Lengths in CSS pixels. */
export type Scene = { width: number; height: number; marks: readonly Mark[] };

type Stroke = { stroke: Role; strokeWidth?: number; dash?: string; about?: string };

/** An open line through points. */
export function line(
  points: readonly (readonly [number, number])[],
  { stroke, strokeWidth = 1, dash, about }: Stroke,
): Mark {
  const d = points.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const attributes = { d, strokeWidth, ...(dash ? { strokeDasharray: dash } : {}) };
  return { tag: 'path', attributes, stroke, ...(about ? { about } : {}) };
}

export function rect(
  [x, y, width, height]: readonly [number, number, number, number],
  fill: Role,
  about?: string,
): Mark {
  const attributes = { x: round(x), y: round(y), width: round(width), height: round(height) };
  return { tag: 'rect', attributes, fill, ...(about ? { about } : {}) };
}

type Writing = { fill?: Role; anchor?: 'start' | 'middle' | 'end'; size?: number; weight?: number };

/** Text whose middle is at y. */
export function text(
  content: string,
  [x, y]: readonly [number, number],
  { fill = 'ink-2', anchor = 'start', size = 11, weight = 400 }: Writing = {},
): Mark {
  const attributes = {
    x: round(x),
    y: round(y + size * 0.35),
    textAnchor: anchor,
    fontSize: size,
    fontWeight: weight,
  };
  return { tag: 'text', attributes, fill, text: content };
}

/** Hundredths of a pixel: what a file needs. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
