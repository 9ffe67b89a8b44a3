import { fitBox } from './scatter-scale.ts';

type Placed = {
  n: number;
  x?: readonly number[] | undefined;
  y?: readonly number[] | undefined;
};

/**
 * Pixel positions of n neurons: true positions (depth downwards) where there are any, else a ring.
 */
export function circuitLayout(
  { n, x, y }: Placed,
  width: number,
  height: number,
): { x: number; y: number }[] {
  const pad = 7;
  const placed =
    x?.length === n && y?.length === n
      ? x.map((value, index) => ({ x: value, y: y[index] ?? 0 }))
      : null;
  const [first] = placed ?? [];
  if (placed && first && placed.some((p) => p.x !== first.x || p.y !== first.y)) {
    const box = fitBox(placed, width, height, { left: pad, right: pad, top: pad, bottom: pad });
    return placed.map((p) => ({ x: box.toX(p.x), y: box.toY(p.y) }));
  }
  const radius = Math.max(1, Math.min(width, height) / 2 - pad);
  return Array.from({ length: n }, (_, index) => {
    const angle = (2 * Math.PI * index) / n - Math.PI / 2;
    return { x: width / 2 + radius * Math.cos(angle), y: height / 2 + radius * Math.sin(angle) };
  });
}
