import { classColour, drawNeuron, type Tokens } from '~/ui/kit/index.ts';
import type { CircuitPicture } from './neurons-view.ts';

/** Where the cells lie within the canvas, CSS pixels. */
export interface MatrixBox {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
}

export const matrixMargin = 18;

/** The largest square of n x n cells beside the margins of the class marks. */
export function matrixBox(n: number, width: number, height: number): MatrixBox {
  const side = Math.max(1, Math.min(width, height) - matrixMargin - 2);
  return { left: matrixMargin, top: matrixMargin, cell: side / n };
}

/** Row and column under a pixel; null outside. */
export function cellAt(box: MatrixBox, n: number, x: number, y: number): [number, number] | null {
  const row = Math.floor((y - box.top) / box.cell);
  const column = Math.floor((x - box.left) / box.cell);
  return row >= 0 && column >= 0 && row < n && column < n ? [row, column] : null;
}

type Scene = {
  picture: CircuitPicture;
  /** Neuron at each row. */
  rows: readonly number[];
  selected: ReadonlySet<number>;
  hovered: readonly [number, number] | null;
};

/** Connections as filled cells (reciprocal ones in the accent), class marks along the edges, selection as bands. */
export function paintMatrix(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  tokens: Tokens,
  { picture, rows, selected, hovered }: Scene,
): void {
  const { n, adjacency } = picture.circuit;
  const box = matrixBox(n, width, height);
  const side = box.cell * n;
  const at = (k: number) => box.top + k * box.cell;
  context.clearRect(0, 0, width, height);
  context.fillStyle = tokens['surface-2'];
  context.fillRect(box.left, box.top, side, side);
  const bands = new Set(rows.flatMap((neuron, k) => (selected.has(neuron) ? [k] : [])));
  context.fillStyle = tokens['surface-3'];
  for (const k of new Set([...bands, ...(hovered ?? [])])) {
    if (bands.has(k) || hovered?.[0] === k) context.fillRect(box.left, at(k), side, box.cell);
    if (bands.has(k) || hovered?.[1] === k) context.fillRect(at(k), box.top, box.cell, side);
  }
  const gap = box.cell > 5 ? 0.75 : 0;
  rows.forEach((pre, row) => {
    rows.forEach((post, column) => {
      if (!adjacency[pre * n + post]) return;
      const mutual = pre !== post && adjacency[post * n + pre];
      context.fillStyle = mutual
        ? tokens.accent
        : pre === post
          ? classColour(picture.neurons[pre]?.class ?? '', tokens)
          : tokens['ink-2'];
      context.fillRect(at(column) + gap / 2, at(row) + gap / 2, box.cell - gap, box.cell - gap);
    });
  });
  context.strokeStyle = tokens['line-strong'];
  context.strokeRect(box.left - 0.5, box.top - 0.5, side + 1, side + 1);
  const radius = Math.min(3.2, box.cell * 0.42);
  rows.forEach((neuron, k) => {
    const value = picture.neurons[neuron]?.class ?? '';
    const middle = at(k) + box.cell / 2;
    context.fillStyle = classColour(value, tokens);
    if (box.cell >= 3) {
      drawNeuron(context, box.left - 8, middle, radius, value);
      drawNeuron(context, middle, box.top - 8, radius, value);
    } else {
      context.fillRect(box.left - 10, at(k), 6, box.cell);
      context.fillRect(at(k), box.top - 10, box.cell, 6);
    }
  });
}
