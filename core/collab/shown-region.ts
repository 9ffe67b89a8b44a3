/** How much of a plane a window shows: its shorter side in plane units, and its width by its height. */
export interface ShownRegion {
  readonly span: number;
  readonly ratio?: number | undefined;
}

/** Width and height in plane units; without a ratio the square that every window of this span shows. */
export function sidesOf({ span, ratio = 1 }: ShownRegion): [number, number] {
  return ratio >= 1 ? [span * ratio, span] : [span, span / ratio];
}

/** The span of a window of this size in which all of a region is seen, and no more than that takes. */
export function spanToShow(region: ShownRegion, width: number, height: number): number {
  const [across, up] = sidesOf(region);
  return Math.min(width, height) * Math.max(across / width, up / height);
}
