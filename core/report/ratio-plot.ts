import type { GenerationReport, GeneratorId } from '../contracts/report.ts';
import { bottomAxis, logAxis } from './axis.ts';
import { marker, markerLegend, type Marker } from './marker.ts';
import { generators, statistics } from './names.ts';
import { shortNumber, type Plot } from './plot.ts';
import { line, rect, text, type Mark, type Scene } from './scene.ts';

const markers: Record<GeneratorId, Marker> = {
  model: { shape: 'disc', role: 'accent' },
  conditions_only: { shape: 'diamond', role: 'inhibitory' },
  distance_type: { shape: 'square', role: 'excitatory' },
  erdos_renyi_train: { shape: 'up', role: 'ink-2' },
  degree_train: { shape: 'cross', role: 'ink-2' },
  erdos_renyi_test: { shape: 'down', role: 'fold-test', hollow: true },
  degree_test: { shape: 'plus', role: 'fold-test' },
  validation: { shape: 'bar', role: 'fold-validation' },
};

/** Below this a ratio is drawn at the edge: the sample is as close as one can tell. */
const least = 0.02;
/** What the project aims at; a training sample is at 1. */
export const goal = 1.5;

type Row = {
  name: string;
  mean: boolean;
  values: readonly { id: GeneratorId; value: number | null }[];
};

function rowsOf({ statistics: compared, generators: found }: GenerationReport): Row[] {
  const each = compared.map(({ id }) => ({
    name: statistics[id].name,
    mean: false,
    values: found.map((generator) => ({
      id: generator.id,
      value: generator.ratios.find(({ statistic }) => statistic === id)?.mean ?? null,
    })),
  }));
  const mean = found.map(({ id, mean }) => ({ id, value: mean.mean }));
  return [...each, { name: 'Mean', mean: true, values: mean }];
}

/** How far generated circuits are from held-out ones, in units of how far training circuits are. */
export function ratioPlot(found: GenerationReport): Plot {
  const rows = rowsOf(found);
  return {
    id: 'generation',
    title: 'Generated against held-out circuits',
    about:
      `MMD²(generated, test) / MMD²(training, test) of ${found.circuits} circuits each, means of ${found.draws} ` +
      `${found.draws === 1 ? 'draw' : 'draws'}; left is better, training circuits are at 1. Kernel: Gaussian of the ` +
      'earth mover’s distance (GraphRNN), of total variation for triads (GRAN); its width is the median distance ' +
      'between two test circuits.',
    table: {
      columns: [
        'generator',
        ...rows.map(({ name }) => name),
        'mean, half width',
        'mean, double width',
      ],
      rows: found.generators.map((generator) => [
        generators[generator.id].name,
        ...rows.map(({ values }) => values.find(({ id }) => id === generator.id)?.value ?? null),
        generator.meanHalfWidth,
        generator.meanDoubleWidth,
      ]),
    },
    draw: (width) => draw(found, rows, width),
  };
}

function draw(found: GenerationReport, rows: readonly Row[], width: number): Scene {
  const legend = markerLegend(
    found.generators.map(({ id }) => ({ name: generators[id].name, marker: markers[id] })),
    width,
  );
  const [left, step, top] = [122, 30, legend.height + 10];
  const bottom = top + rows.length * step;
  const known = rows.flatMap(({ values }) => values.map(({ value }) => value ?? 1));
  const most = Math.max(10, ...known) * 1.15;
  const axis = logAxis([least, most], left + 8, width - 10);
  const { at } = axis;
  const marks: Mark[] = [
    ...legend.marks,
    ...bottomAxis(axis, top, bottom, 'ratio of MMD² to that of training circuits'),
    rect([at(1) - 0.75, top, 1.5, bottom - top], 'line-strong', 'training circuits'),
    line(
      [
        [at(goal), top],
        [at(goal), bottom],
      ],
      { stroke: 'accent', dash: '3 3', about: `goal: a mean of at most ${goal}` },
    ),
  ];
  rows.forEach(({ name, mean, values }, index) => {
    const y = top + (index + 0.5) * step;
    if (mean) marks.push(rect([0, y - step / 2, width, 1], 'line-strong'));
    marks.push(
      text(name, [left, y], { anchor: 'end', fill: 'ink', weight: mean ? 600 : 400 }),
      // the model last, so that it lies on top
      ...[...values].reverse().flatMap(({ id, value }) => {
        const about = `${name}, ${generators[id].name}: ${shortNumber(value)}`;
        return value === null ? [] : [marker(markers[id], [at(value), y], about)];
      }),
    );
  });
  return { width, height: bottom + 36, marks };
}
