import { degreesOf, type CircuitPicture } from './neurons-view.ts';

/** What stands beside rows `from` to before `to` of the sorted matrix. */
export interface RowMark {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** A way to sort the rows and columns of the matrix; both follow the same order. */
export interface MatrixOrder {
  readonly id: string;
  readonly label: string;
  /** What the marks beside the rows say. */
  readonly marksSay: string;
  /** Whether the data tell what it sorts by. */
  readonly suits: (picture: CircuitPicture) => boolean;
  /** Less is earlier. Ties keep the order of the circuit. */
  readonly keys: (picture: CircuitPicture) => readonly (string | number)[];
  readonly marks: (picture: CircuitPicture, rows: readonly number[]) => readonly RowMark[];
}

const degreeSums = ({ circuit }: CircuitPicture) => {
  const degrees = degreesOf(circuit);
  return Array.from(degrees.in, (value, i) => value + (degrees.out[i] ?? 0));
};

export const matrixOrders: readonly MatrixOrder[] = [
  {
    id: 'layer',
    label: 'Layer',
    marksSay: 'layers',
    suits: ({ neurons }) => neurons.some(({ layer }) => layer !== ''),
    keys: ({ neurons }) => neurons.map((neuron) => `${neuron.layer} ${neuron.class}`),
    marks: ({ neurons }, rows) => groups(rows, (i) => neurons[i]?.layer ?? ''),
  },
  {
    id: 'class',
    label: 'Class',
    marksSay: 'classes',
    suits: ({ neurons }) => neurons.some((neuron) => neuron.class !== ''),
    keys: ({ neurons }) => neurons.map((neuron) => neuron.class),
    marks: ({ neurons }, rows) => groups(rows, (i) => neurons[i]?.class ?? ''),
  },
  {
    id: 'depth',
    label: 'Depth',
    marksSay: 'depth in µm',
    suits: ({ hasPositions }) => hasPositions,
    keys: ({ neurons }) => neurons.map((neuron) => neuron.y),
    marks: ({ neurons }, rows) => ticks(rows, (i) => neurons[i]?.y ?? 0),
  },
  {
    id: 'degree',
    label: 'Degree',
    marksSay: 'in + out',
    suits: () => true,
    keys: (picture) => degreeSums(picture).map((sum) => -sum),
    marks: (picture, rows) => {
      const sums = degreeSums(picture);
      return ticks(rows, (i) => sums[i] ?? 0);
    },
  },
];

/** Neuron at each row: [n]. */
export function ordered(picture: CircuitPicture, order: MatrixOrder): number[] {
  const keys = order.keys(picture);
  return keys.map((_, i) => i).sort((a, b) => compare(keys[a] ?? 0, keys[b] ?? 0) || a - b);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One mark for each run of rows with the same name. */
function groups(rows: readonly number[], nameOf: (neuron: number) => string): RowMark[] {
  const starts = rows.flatMap((neuron, k) =>
    k === 0 || nameOf(neuron) !== nameOf(rows[k - 1] ?? -1) ? [k] : [],
  );
  return starts.map((from, g) => ({
    from,
    to: starts[g + 1] ?? rows.length,
    label: nameOf(rows[from] ?? -1),
  }));
}

/** The value at the first row, the last, and three between. */
function ticks(rows: readonly number[], valueOf: (neuron: number) => number): RowMark[] {
  const last = rows.length - 1;
  const at = new Set([0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * last)));
  return [...at].map((k) => ({
    from: k,
    to: k + 1,
    label: String(Math.round(valueOf(rows[k] ?? -1))),
  }));
}
