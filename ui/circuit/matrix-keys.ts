type Cell = readonly [row: number, column: number];

const steps: Readonly<Record<string, Cell>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const stride = 10; // with Shift: a matrix of 512 is crossed in some fifty

/** Where a key goes from a cell; null when it is none of the matrix's keys. Home and End go along the row. */
export function matrixStep(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  from: Cell | null,
  n: number,
): [number, number] | null {
  const [row, column] = from ?? [0, 0];
  if (key === 'Home') return [row, 0];
  if (key === 'End') return [row, n - 1];
  const step = steps[key];
  if (!step) return null;
  if (!from) return [0, 0]; // the first press shows where one is
  const by = shiftKey ? stride : 1;
  const within = (k: number) => Math.min(n - 1, Math.max(0, k));
  return [within(row + by * step[0]), within(column + by * step[1])];
}
