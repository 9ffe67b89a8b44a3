import type { Scene } from './scene.ts';

export type Cell = string | number | null;

/** The figures behind a plot: a page shows them as a table, a file holds them as CSV. */
export type PlotTable = { columns: readonly string[]; rows: readonly (readonly Cell[])[] };

/** One plot of a report. `draw` gives the scene for a width in pixels; `about` says how to read it. */
export type Plot = {
  id: string;
  title: string;
  about: string;
  table: PlotTable;
  draw: (width: number) => Scene;
};

/** RFC 4180; a figure that is not defined is an empty field. */
export function csvOf({ columns, rows }: PlotTable): string {
  return [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Digits enough to read and to compare; the CSV holds all of them. */
export function shortNumber(value: number | null | undefined): string {
  if (value == null || !Number.isFinite(value)) return '–';
  if (Number.isInteger(value)) return String(value).replace('-', '−');
  const size = Math.abs(value);
  const places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  const text = size < 0.001 ? value.toExponential(1) : value.toFixed(places);
  return text.replaceAll('-', '−');
}
