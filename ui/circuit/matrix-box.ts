/** Where the cells lie within the canvas, CSS pixels. */
export interface MatrixBox {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
}

/** Room for the marks of the neurons above and beside the cells, and further out for what stands beside the rows. */
export const glyphMargin = 16;
const labelMargin = 32;

/** In the middle of its canvas; cells that are large enough are whole pixels, so that they are sharp and alike. */
export function matrixBox(n: number, width: number, height: number): MatrixBox {
  const beside = glyphMargin + labelMargin;
  const side = Math.max(1, Math.min(width - beside, height - glyphMargin) - 2);
  const cell = side / n >= 4 ? Math.floor(side / n) : side / n;
  const middle = (room: number) => Math.floor(Math.max(0, room - 2 - cell * n) / 2);
  return {
    left: beside + middle(width - beside),
    top: glyphMargin + middle(height - glyphMargin),
    cell,
  };
}

/** Row and column under a pixel; null outside. */
export function cellAt(box: MatrixBox, n: number, x: number, y: number): [number, number] | null {
  const row = Math.floor((y - box.top) / box.cell);
  const column = Math.floor((x - box.left) / box.cell);
  return row >= 0 && column >= 0 && row < n && column < n ? [row, column] : null;
}
