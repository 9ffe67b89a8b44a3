import { metricIds } from '../contracts/model.ts';
import type { ModelFigures } from '../contracts/model.ts';
import { metricOf } from '../metrics/index.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { shortNumber, type Plot } from './plot.ts';
import { rect, text, type Mark, type Scene } from './scene.ts';

/** How well the metrics of circuits drawn from z follow those of the encoded circuit. */
export function metricPlot({ metricR2, metricR2Mean }: ModelFigures): Plot {
  const rows = metricIds.map((metric) => ({
    name: metricOf(metric).name,
    value: metricR2[metric] ?? null,
  }));
  return {
    id: 'metrics-from-z',
    title: 'Metrics from z',
    about: `R² of the metrics of 20 individuals of each test circuit against the encoded circuit; 1 is perfect, 0 the mean. Mean ${shortNumber(metricR2Mean)}.`,
    table: {
      columns: ['metric', 'R²'],
      rows: [...rows.map(({ name, value }) => [name, value]), ['Mean', metricR2Mean]],
    },
    draw: (width) => draw(rows, width),
  };
}

function draw(rows: readonly { name: string; value: number | null }[], width: number): Scene {
  const [left, step] = [122, 24];
  const bottom = 8 + rows.length * step;
  const axis = linearAxis([0, 1], left + 8, width - 44);
  const marks: Mark[] = bottomAxis(axis, 8, bottom, 'R²');
  rows.forEach(({ name, value }, index) => {
    const y = 8 + (index + 0.5) * step;
    const end = axis.at(Math.min(1, Math.max(0, value ?? 0)));
    marks.push(
      text(name, [left, y], { anchor: 'end', fill: 'ink' }),
      rect([axis.at(0), y - 6, end - axis.at(0), 12], 'accent', `${name}: ${shortNumber(value)}`),
      text(shortNumber(value), [width - 4, y], { anchor: 'end', fill: 'ink' }),
    );
  });
  return { width, height: bottom + 36, marks };
}
