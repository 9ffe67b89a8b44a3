import { classColour, drawNeuron, type Tokens } from '~/ui/kit/index.ts';
import { glyphMargin, matrixBox, type MatrixBox } from './matrix-box.ts';
import type { RowMark } from './matrix-order.ts';
import { mixColour } from './mix-colour.ts';
import type { CircuitPicture } from './neurons-view.ts';

export interface MatrixScene {
  readonly picture: CircuitPicture;
  /** Neuron at each row. */
  readonly rows: readonly number[];
  readonly marks: readonly RowMark[];
  readonly selected: ReadonlySet<number>;
}

/** What a cell holds: a connection, one of a reciprocal pair, or a neuron's connection to itself. */
export type CellKind = 'oneWay' | 'bothWays' | 'self';

/** @returns null where there is no connection */
export function cellKind({ circuit }: CircuitPicture, pre: number, post: number): CellKind | null {
  const { n, adjacency } = circuit;
  if (!adjacency[pre * n + post]) return null;
  if (pre === post) return 'self';
  return adjacency[post * n + pre] ? 'bothWays' : 'oneWay';
}

export const cellColours = (tokens: Tokens): Readonly<Record<CellKind, string>> => ({
  oneWay: tokens['ink-2'],
  bothWays: tokens.accent,
  self: tokens.ink,
});

/** Connections as cells, the selection as bands below them, the neurons along both edges. */
export function paintMatrix(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  tokens: Tokens,
  { picture, rows, marks, selected }: MatrixScene,
): void {
  const box = matrixBox(picture.circuit.n, width, height);
  const side = box.cell * rows.length;
  context.clearRect(0, 0, width, height);
  context.fillStyle = tokens['surface-2'];
  context.fillRect(box.left, box.top, side, side);
  paintBands(context, box, side, rows, selected, tokens);
  paintCells(context, box, picture, rows, tokens);
  paintRowMarks(context, box, side, marks, tokens);
  paintNeurons(context, box, picture, rows, selected, tokens);
}

function paintBands(
  context: CanvasRenderingContext2D,
  { left, top, cell }: MatrixBox,
  side: number,
  rows: readonly number[],
  selected: ReadonlySet<number>,
  tokens: Tokens,
): void {
  if (selected.size === 0) return;
  context.fillStyle = mixColour(tokens.accent, tokens['surface-2'], 0.72);
  rows.forEach((neuron, k) => {
    if (!selected.has(neuron)) return;
    context.fillRect(left, top + k * cell, side, Math.max(1, cell));
    context.fillRect(left + k * cell, top, Math.max(1, cell), side);
  });
}

function paintCells(
  context: CanvasRenderingContext2D,
  { left, top, cell }: MatrixBox,
  picture: CircuitPicture,
  rows: readonly number[],
  tokens: Tokens,
): void {
  const gap = cell >= 6 ? 1 : 0;
  const colours = cellColours(tokens);
  rows.forEach((pre, row) => {
    rows.forEach((post, column) => {
      const kind = cellKind(picture, pre, post);
      if (kind === null) return;
      const [x, y, size] = [left + column * cell, top + row * cell, cell - gap];
      if (context.fillStyle !== colours[kind]) context.fillStyle = colours[kind];
      context.fillRect(x, y, size, size);
      if (kind === 'self' && size >= 5) context.clearRect(x + 1.5, y + 1.5, size - 3, size - 3);
    });
  });
}

function paintRowMarks(
  context: CanvasRenderingContext2D,
  { left, top, cell }: MatrixBox,
  side: number,
  marks: readonly RowMark[],
  tokens: Tokens,
): void {
  context.strokeStyle = tokens['line-strong'];
  context.lineWidth = 1;
  context.strokeRect(left - 0.5, top - 0.5, side + 1, side + 1);
  context.font = '11px "IBM Plex Mono", monospace';
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  let free = -Infinity; // below the label before
  for (const { from, to, label } of marks) {
    const middle = Math.max(top + 6, Math.min(top + side - 6, top + ((from + to) / 2) * cell));
    if (from > 0 && to - from > 1) {
      const at = Math.round(from * cell) - 0.5;
      context.strokeStyle = mixColour(tokens['line-strong'], tokens['surface-2'], 0.45);
      context.beginPath();
      context.moveTo(left - glyphMargin, top + at);
      context.lineTo(left + side, top + at);
      context.moveTo(left + at, top - glyphMargin);
      context.lineTo(left + at, top + side);
      context.stroke();
    }
    if (middle - 6 < free) continue;
    free = middle + 6;
    context.fillStyle = tokens['ink-2'];
    context.fillText(label, left - glyphMargin - 3, middle, left - glyphMargin - 3);
  }
}

function paintNeurons(
  context: CanvasRenderingContext2D,
  { left, top, cell }: MatrixBox,
  { neurons }: CircuitPicture,
  rows: readonly number[],
  selected: ReadonlySet<number>,
  tokens: Tokens,
): void {
  const radius = Math.min(3.2, cell * 0.42);
  rows.forEach((neuron, k) => {
    const value = neurons[neuron]?.class ?? '';
    const along = k * cell + cell / 2;
    context.fillStyle = classColour(value, tokens);
    if (cell >= 3) {
      drawNeuron(context, left - 8, top + along, radius, value);
      drawNeuron(context, left + along, top - 8, radius, value);
    } else {
      context.fillRect(left - 10, top + k * cell, 6, cell);
      context.fillRect(left + k * cell, top - 10, cell, 6);
    }
    if (!selected.has(neuron)) return;
    context.fillStyle = tokens.accent;
    context.fillRect(left - 3, top + along - Math.max(1, cell / 2), 3, Math.max(2, cell));
    context.fillRect(left + along - Math.max(1, cell / 2), top - 3, Math.max(2, cell), 3);
  });
}
