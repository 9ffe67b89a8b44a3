export type Span = { min: number; max: number };
type Pad = { left: number; right: number; top: number; bottom: number };

function span(values: readonly number[]): Span {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return min <= max ? { min, max } : { min: 0, max: 1 };
}

/**
 * Fits points into a box with the same scale on both axes, centred; y runs downwards.
 * Returns the data spans and maps to pixels.
 */
export function fitBox(
  points: readonly { x: number; y: number }[],
  width: number,
  height: number,
  pad: Pad,
): { x: Span; y: Span; toX: (x: number) => number; toY: (y: number) => number; scale: number } {
  const x = span(points.map((p) => p.x));
  const y = span(points.map((p) => p.y));
  const w = Math.max(1, width - pad.left - pad.right);
  const h = Math.max(1, height - pad.top - pad.bottom);
  const scale = Math.min(w / (x.max - x.min || 1), h / (y.max - y.min || 1));
  const left = pad.left + (w - (x.max - x.min) * scale) / 2;
  const top = pad.top + (h - (y.max - y.min) * scale) / 2;
  return {
    x,
    y,
    scale,
    toX: (value) => left + (value - x.min) * scale,
    toY: (value) => top + (value - y.min) * scale,
  };
}

/** About four round numbers inside a span. */
export function axisTicks({ min, max }: Span, wanted = 4): number[] {
  const rough = (max - min || 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let k = Math.ceil(min / step); k * step <= max + step * 1e-9; k += 1)
    ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}

/** Width over height of a scatter at one scale with room for its axes, within what a page can show. */
export function scatterAspect(points: readonly { x: number; y: number }[]): number {
  const x = span(points.map((p) => p.x));
  const y = span(points.map((p) => p.y));
  const ratio = (x.max - x.min || 1) / (y.max - y.min || 1);
  return Math.min(2.6, Math.max(0.9, ratio * 0.85));
}
