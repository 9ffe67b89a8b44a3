import { predictorIds, type FunctionTask } from '../contracts/measurement.ts';
import { metricIds } from '../contracts/model.ts';
import { nullModelOf } from '../nulls/index.ts';
import { reservoirTaskOf } from '../reservoir/index.ts';
import type { Plot } from '../report/plot.ts';
import { drawDots, type Dot, type DotRow } from './dot-plot.ts';
import { lookOf, metricName, predictors, signOf } from './names.ts';

const nameOf = ({ protocol }: FunctionTask) => reservoirTaskOf(protocol.task).name;
const at = (task: FunctionTask, radius: number) => `${nameOf(task)}, ${radius}`;

/** Scores of test circuits over spectral radius, with their spread over circuits and over input seeds. */
export function scorePlot(task: FunctionTask): Plot {
  const { unit, better } = reservoirTaskOf(task.protocol.task).score;
  const nulls = [...new Set(task.nulls.map((row) => row.null))];
  const kinds = [
    { name: 'test circuits', marker: lookOf(0) },
    ...nulls.map((id, k) => ({ name: nullModelOf(id).name, marker: lookOf(k + 1) })),
  ];
  const rows: DotRow[] = task.curve.map(({ radius, mean, low, high }) => ({
    name: `radius ${radius}`,
    dots: [
      { kind: 0, value: mean, low, high },
      ...task.nulls.flatMap((row): Dot[] =>
        row.radius === radius ? [{ kind: 1 + nulls.indexOf(row.null), value: row.nullMean }] : [],
      ),
    ],
  }));
  return {
    id: `scores-${task.protocol.task}`,
    title: `${nameOf(task)} over spectral radius`,
    about: `Mean score (${unit}; ${better === 'higher' ? 'more' : 'less'} is better) of ${task.measured.test} test circuits over ${task.protocol.inputSeeds.length} input seeds, with the range of 95 % of the circuits; means of null circuits are over the first two input seeds and fewer circuits.`,
    table: {
      columns: [
        ...['null', 'radius', 'circuits', 'mean', 'low', 'high', 'least input', 'greatest input'],
        ...['null mean', 'difference', 'difference low', 'difference high', 'z, mean'],
        'share outside 95 %',
      ],
      rows: [
        ...task.curve.map((row) => [
          ...['–', row.radius, task.measured.test, row.mean, row.low, row.high],
          ...[row.inputLow, row.inputHigh, null, null, null, null, null, null],
        ]),
        ...task.nulls.map((row) => [
          ...[nullModelOf(row.null).name, row.radius, row.circuits, row.mean, null, null],
          ...[null, null, row.nullMean, row.difference, row.low, row.high, row.zMean],
          row.outside95,
        ]),
      ],
    },
    draw: (width) => drawDots({ kinds, rows, domain: [0, 0], label: unit }, width),
  };
}

/** How much of the scores of held-out circuits follows from z, from metrics, and from the neurons alone. */
export function toldPlot(tasks: readonly FunctionTask[]): Plot {
  const rows = tasks.flatMap((task) =>
    task.protocol.values.map((radius) => ({
      name: at(task, radius),
      dots: task.explained
        .filter((row) => row.radius === radius)
        .map(({ from, r2, low, high }) => ({
          kind: predictorIds.indexOf(from),
          value: r2,
          low,
          high,
        })),
    })),
  );
  return {
    id: 'scores-told',
    title: 'Function from z',
    about:
      'R² of scores of test circuits, told by kernel ridge from z, from the eight metrics, from both, and from the neurons’ conditions; settings chosen with regions of the training fold left out in turn. Intervals: resampled circuits, which share neurons, so they are too narrow. The random split in the table is what literature reports: circuits of the same tissue.',
    table: {
      columns: ['task', 'radius', 'from', 'R²', 'low', 'high', 'R² on a random split'],
      rows: tasks.flatMap((task) =>
        task.explained.map((row) => [
          ...[nameOf(task), row.radius, predictors[row.from].name],
          ...[row.r2, row.low, row.high, row.sameTissue],
        ]),
      ),
    },
    draw: (width) =>
      drawDots(
        {
          kinds: predictorIds.map((id) => predictors[id]),
          rows,
          domain: [0, 1],
          limits: [-0.25, 1],
          label: 'R² on the test fold',
        },
        width,
      ),
  };
}

/** Which structure goes with which score, the other seven metrics held, at one spectral radius. */
export function withPlot(tasks: readonly FunctionTask[], radius: number): Plot {
  return {
    id: 'structure-with-function',
    title: `Structure that goes with function, radius ${radius}`,
    about:
      'Spearman correlation of each metric with how well test circuits do, the other seven metrics held; right is better, also for tasks scored by error. Plain correlations and all radii stand in the table.',
    table: {
      columns: ['task', 'radius', 'metric', 'rho of better', 'rho of better, others held'],
      rows: tasks.flatMap((task) =>
        task.goesWith.map((row) => [
          ...[nameOf(task), row.radius, metricName(row.metric)],
          ...[row.rho, row.held].map((rho) => (rho === null ? null : signOf(task) * rho)),
        ]),
      ),
    },
    draw: (width) =>
      drawDots(
        {
          kinds: tasks.map((task, k) => ({ name: nameOf(task), marker: lookOf(k) })),
          rows: metricIds.map((metric) => ({
            name: metricName(metric),
            dots: tasks.map((task, kind) => {
              const row = task.goesWith.find(
                (one) => one.metric === metric && one.radius === radius,
              );
              return { kind, value: row?.held == null ? null : signOf(task) * row.held };
            }),
          })),
          domain: [-0.5, 0.5],
          limits: [-1, 1],
          label: 'correlation with doing better',
        },
        width,
      ),
  };
}
