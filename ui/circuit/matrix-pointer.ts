import type { Tokens } from '~/ui/kit/index.ts';
import { matrixBox, type MatrixBox } from './matrix-box.ts';
import { cellColours, cellKind } from './matrix-paint.ts';
import type { CircuitPicture } from './neurons-view.ts';

const lensCell = 9;

type Pointed = {
  picture: CircuitPicture;
  /** Neuron at each row. */
  rows: readonly number[];
  /** Row and column. */
  pair: readonly [number, number];
};

/** The pair under the pointer or the arrow keys: its row, its column and, where cells are small, a lens. */
export function paintPointer(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  tokens: Tokens,
  pointed: Pointed,
): void {
  const { rows, pair } = pointed;
  const box = matrixBox(rows.length, width, height);
  const { left, top, cell } = box;
  const side = cell * rows.length;
  const [y, x] = [top + pair[0] * cell, left + pair[1] * cell];
  const thick = Math.max(1, cell);
  context.clearRect(0, 0, width, height);
  context.fillStyle = tokens.ink;
  context.globalAlpha = 0.14;
  context.fillRect(left, y, side, thick);
  context.fillRect(x, top, thick, side);
  context.globalAlpha = 1;
  context.strokeStyle = tokens.ink;
  context.lineWidth = 1.5;
  const ring = Math.max(0, 7 - cell) / 2;
  context.strokeRect(x - ring, y - ring, cell + 2 * ring, cell + 2 * ring);
  if (cell < 4) paintLens(context, box, side, tokens, pointed);
}

/** The neighbourhood of the pair, enlarged in the corner that is farthest from it. */
function paintLens(
  context: CanvasRenderingContext2D,
  { left, top, cell }: MatrixBox,
  side: number,
  tokens: Tokens,
  { picture, rows, pair: [row, column] }: Pointed,
): void {
  const reach = side < 300 ? 4 : 6; // cells on each side of the pair
  const size = (2 * reach + 1) * lensCell;
  const inset = 6;
  const atLeft = left + (column * cell < side / 2 ? side - size - inset : inset);
  const atTop = top + (row * cell < side / 2 ? side - size - inset : inset);
  const colours = cellColours(tokens);
  context.fillStyle = tokens.surface;
  context.fillRect(atLeft - 3, atTop - 3, size + 6, size + 6);
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const [pre, post] = [rows[row + dy], rows[column + dx]];
      if (pre === undefined || post === undefined) continue;
      const kind = cellKind(picture, pre, post);
      context.fillStyle = kind ? colours[kind] : tokens['surface-2'];
      const [x, y] = [atLeft + (dx + reach) * lensCell, atTop + (dy + reach) * lensCell];
      context.fillRect(x, y, lensCell - 1, lensCell - 1);
    }
  context.strokeStyle = tokens['line-strong'];
  context.lineWidth = 1;
  context.strokeRect(atLeft - 3.5, atTop - 3.5, size + 7, size + 7);
  context.strokeStyle = tokens.ink;
  context.lineWidth = 1.5;
  const middle = reach * lensCell;
  context.strokeRect(atLeft + middle - 0.5, atTop + middle - 0.5, lensCell, lensCell);
}
