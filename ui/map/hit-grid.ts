/** Points in square cells, so that hover looks at a handful of 20,000. Coordinates are interleaved (s, t). */
export interface HitGrid {
  readonly coordinates: Float32Array;
  readonly left: number;
  readonly low: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** start[c]..start[c + 1] are the entries of cell c in `items`. */
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

/** Sorts points into about one cell for every two of them, by counting. Points that are not finite are left out. */
export function hitGrid(coordinates: Float32Array): HitGrid {
  const count = coordinates.length >> 1;
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const s = coordinates[2 * i] ?? NaN;
    const t = coordinates[2 * i + 1] ?? NaN;
    if (!Number.isFinite(s + t)) continue;
    left = Math.min(left, s);
    right = Math.max(right, s);
    low = Math.min(low, t);
    high = Math.max(high, t);
  }
  if (!(right >= left)) [left, right, low, high] = [0, 0, 0, 0];
  const side = Math.max(right - left, high - low, 1e-9);
  const cell = side / Math.max(1, Math.ceil(Math.sqrt(count / 2)));
  const columns = Math.floor((right - left) / cell) + 1;
  const rows = Math.floor((high - low) / cell) + 1;
  const start = new Uint32Array(columns * rows + 1);
  const home = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const s = coordinates[2 * i] ?? NaN;
    const t = coordinates[2 * i + 1] ?? NaN;
    const column = Math.floor((s - left) / cell);
    const row = Math.floor((t - low) / cell);
    const at = Number.isFinite(s + t) ? row * columns + column : -1;
    home[i] = at;
    if (at >= 0) start[at + 1] = (start[at + 1] ?? 0) + 1;
  }
  for (let c = 0; c < columns * rows; c++) start[c + 1] = (start[c + 1] ?? 0) + (start[c] ?? 0);
  const next = start.slice();
  const items = new Uint32Array(start[columns * rows] ?? 0);
  for (let i = 0; i < count; i++) {
    const at = home[i] ?? -1;
    if (at < 0) continue;
    items[next[at] ?? 0] = i;
    next[at] = (next[at] ?? 0) + 1;
  }
  return { coordinates, left, low, cell, columns, rows, start, items };
}

/** Index of the point nearest to (s, t) within `radius` plane units, or null. */
export function nearest(grid: HitGrid, s: number, t: number, radius: number): number | null {
  const clamp = (value: number, last: number) => Math.min(last, Math.max(0, Math.floor(value)));
  const firstColumn = clamp((s - radius - grid.left) / grid.cell, grid.columns - 1);
  const lastColumn = clamp((s + radius - grid.left) / grid.cell, grid.columns - 1);
  const firstRow = clamp((t - radius - grid.low) / grid.cell, grid.rows - 1);
  const lastRow = clamp((t + radius - grid.low) / grid.cell, grid.rows - 1);
  let best: number | null = null;
  let limit = radius * radius;
  for (let row = firstRow; row <= lastRow; row++) {
    const from = grid.start[row * grid.columns + firstColumn] ?? 0;
    const to = grid.start[row * grid.columns + lastColumn + 1] ?? 0;
    for (let k = from; k < to; k++) {
      const i = grid.items[k] ?? 0;
      const ds = (grid.coordinates[2 * i] ?? 0) - s;
      const dt = (grid.coordinates[2 * i + 1] ?? 0) - t;
      const squared = ds * ds + dt * dt;
      if (squared <= limit) [best, limit] = [i, squared];
    }
  }
  return best;
}
