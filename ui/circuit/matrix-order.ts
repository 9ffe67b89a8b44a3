import { degreesOf, type CircuitPicture } from './neurons-view.ts';

/** A way to sort the rows and columns of the matrix; both follow the same order. */
export interface MatrixOrder {
  readonly id: string;
  readonly label: string;
  /** Less is earlier. Ties keep the order of the circuit. */
  readonly keys: (picture: CircuitPicture) => readonly (string | number)[];
}

export const matrixOrders: readonly MatrixOrder[] = [
  {
    id: 'layer',
    label: 'Layer',
    keys: ({ neurons }) => neurons.map((neuron) => `${neuron.layer} ${neuron.class}`),
  },
  { id: 'depth', label: 'Depth', keys: ({ neurons }) => neurons.map((neuron) => neuron.y) },
  {
    id: 'degree',
    label: 'Degree',
    keys: ({ circuit }) => {
      const degrees = degreesOf(circuit);
      return Array.from(degrees.in, (value, i) => -value - (degrees.out[i] ?? 0));
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
