import type { ModelFigures } from '../contracts/model.ts';
import type { Folds } from '../contracts/sampling.ts';
import { metricOf } from '../metrics/index.ts';
import { mayBeBalanced } from '../sampling/folds/may-be-balanced.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { marker, markerLegend, type Marker } from './marker.ts';
import { shortNumber, type Plot } from './plot.ts';
import { line, text, type Mark, type Role, type Scene } from './scene.ts';

type Row = ModelFigures['generation'][number];

const samples = [
  { key: 'train', name: 'Training', marker: { shape: 'bar', role: 'ink-3' } },
  { key: 'test', name: 'Test', marker: { shape: 'diamond', role: 'fold-test' } },
  { key: 'generated', name: 'Generated', marker: { shape: 'disc', role: 'accent' } },
] as const satisfies readonly { key: keyof Row; name: string; marker: Marker }[];

/** Mean and spread in standard deviations of the training circuits. */
function standard(row: Row, key: 'train' | 'test' | 'generated'): { mean: number; sd: number } {
  const unit = row.train.sd || 1;
  return { mean: (row[key].mean - row.train.mean) / unit, sd: row[key].sd / unit };
}

/** Draws from the fitted prior beside training and held-out circuits, by the eight metrics. */
export function priorPlot({ generation }: ModelFigures, folds: Folds): Plot {
  return {
    id: 'prior-draws',
    title: 'Draws from the prior',
    about:
      'Mean and one standard deviation of each metric, in standard deviations of the training circuits. ' +
      'Generated circuits should lie on the training ones; ' +
      (mayBeBalanced(folds)
        ? 'test circuits show how tissue differs, less so where their blocks were chosen to be as connected as training.'
        : 'test circuits show how tissue differs.'),
    table: {
      columns: [
        'metric',
        ...samples.flatMap(({ name }) => [`${name}, mean`, `${name}, sd`]),
        'generated from training, in sd',
        'spread generated / training',
        'test from training, in sd',
      ],
      rows: generation.map((row) => [
        metricOf(row.metric).name,
        ...samples.flatMap(({ key }) => [row[key].mean, row[key].sd]),
        standard(row, 'generated').mean,
        standard(row, 'generated').sd,
        standard(row, 'test').mean,
      ]),
    },
    draw: (width) => draw(generation, width),
  };
}

function draw(rows: readonly Row[], width: number): Scene {
  const legend = markerLegend(samples, width);
  const [left, step, top] = [122, 34, legend.height + 6];
  const bottom = top + rows.length * step;
  const ends = rows.flatMap((row) =>
    samples.flatMap(({ key }) => {
      const { mean, sd } = standard(row, key);
      return [mean - sd, mean + sd];
    }),
  );
  const axis = linearAxis([Math.min(-1.5, ...ends), Math.max(1.5, ...ends)], left + 8, width - 10);
  const marks: Mark[] = [
    ...legend.marks,
    ...bottomAxis(axis, top, bottom, 'standard deviations of the training circuits'),
  ];
  rows.forEach((row, index) => {
    const y = top + (index + 0.5) * step;
    const { name } = metricOf(row.metric);
    marks.push(text(name, [left, y], { anchor: 'end', fill: 'ink' }));
    samples.forEach(({ key, name: sample, marker: look }, k) => {
      const { mean, sd } = standard(row, key);
      const at = y + (k - 1) * 9;
      const about = `${name}, ${sample}: ${shortNumber(row[key].mean)} ± ${shortNumber(row[key].sd)}`;
      const stroke: Role = look.role;
      marks.push(
        line(
          [
            [axis.at(mean - sd), at],
            [axis.at(mean + sd), at],
          ],
          { stroke, strokeWidth: 1.5, about },
        ),
        marker(look, [axis.at(mean), at], about),
      );
    });
  });
  return { width, height: bottom + 36, marks };
}
