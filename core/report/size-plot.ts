import type { ModelFigures } from '../contracts/model.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { marker, markerLegend, type Marker } from './marker.ts';
import { shortNumber, type Plot } from './plot.ts';
import { text, type Mark, type Scene } from './scene.ts';

type Row = { size: number; circuits: number; bits: number; auc: number; ap: number; r2: number };

const kinds = [
  { key: 'auc', name: 'AUC', marker: { shape: 'disc', role: 'accent' } },
  { key: 'ap', name: 'Average precision', marker: { shape: 'diamond', role: 'fold-test' } },
  { key: 'r2', name: 'R² of metrics', marker: { shape: 'square', role: 'ink' } },
] as const satisfies readonly { key: keyof Row; name: string; marker: Marker }[];

/** Test circuits of each size that a model was trained on; null for a model of one size. */
export function sizePlot(figures: ModelFigures, size: number): Plot | null {
  const { sizes, bits, edges, metricR2Mean, circuits } = figures;
  if (!sizes) return null;
  const rows: Row[] = [
    { size, circuits: circuits.test, bits: bits.z + bits.u, ...edges.model, r2: metricR2Mean },
    ...sizes.map((one) => ({
      size: one.size,
      circuits: one.circuits,
      bits: one.bits.z + one.bits.u,
      ...one.edges,
      r2: one.metricR2Mean,
    })),
  ].sort((a, b) => a.size - b.size);
  return {
    id: 'sizes',
    title: 'Circuits of each size',
    about: `One model of circuits of several sizes, each judged by test circuits of its own; every other figure here is of N ${size}. R² is the mean over the eight metrics.`,
    table: {
      columns: ['neurons', 'circuits', 'bits', 'AUC', 'AP', 'R²'],
      rows: rows.map((row) => [row.size, row.circuits, row.bits, row.auc, row.ap, row.r2]),
    },
    draw: (width) => draw(rows, width),
  };
}

function draw(rows: readonly Row[], width: number): Scene {
  const legend = markerLegend(kinds, width);
  const [left, step, top] = [122, 26, legend.height + 6];
  const bottom = top + rows.length * step;
  const axis = linearAxis([0, 1], left + 8, width - 72);
  const marks: Mark[] = [...legend.marks, ...bottomAxis(axis, top, bottom, 'AUC, AP, R²')];
  rows.forEach((row, index) => {
    const y = top + (index + 0.5) * step;
    marks.push(
      text(`N ${row.size}`, [left, y], { anchor: 'end', fill: 'ink' }),
      text(`${row.bits.toFixed(0)} bits`, [width - 4, y], { anchor: 'end', fill: 'ink' }),
      ...kinds.map(({ key, name, marker: look }) =>
        marker(
          look,
          [axis.at(Math.max(0, row[key])), y],
          `N ${row.size}, ${name}: ${shortNumber(row[key])}`,
        ),
      ),
    );
  });
  return { width, height: bottom + 36, marks };
}
