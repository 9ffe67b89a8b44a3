const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * A cell as a number where it is one written plainly in decimal (12, -0.5, 1e-3) that 32 bits, as circuits hold it, can
 * hold too; NaN for everything else, also for 0x10, Infinity, 1_000, 1e999 and an empty cell.
 */
export function plainNumber(cell: string): number {
  if (!decimal.test(cell)) return NaN;
  const value = Number(cell);
  return Number.isFinite(Math.fround(value)) ? value : NaN;
}
