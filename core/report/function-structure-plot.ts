import type { FunctionReport } from '../contracts/function-report.ts';
import { metricIds, type MetricId } from '../contracts/metric-id.ts';
import { metricOf } from '../metrics/index.ts';
import { reservoirTaskOf } from '../reservoir/tasks/index.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { marker, markerLegend, type Marker } from './marker.ts';
import { shortNumber, type Plot } from './plot.ts';
import { line, text, type Mark, type Scene } from './scene.ts';

type Told = FunctionReport['tasks'][number];

const looks: readonly Marker[] = [
  { shape: 'disc', role: 'accent' },
  { shape: 'diamond', role: 'fold-test' },
  { shape: 'square', role: 'excitatory' },
  { shape: 'up', role: 'inhibitory' },
  { shape: 'cross', role: 'ink-2' },
];

const nameOf = ({ task }: Told) => reservoirTaskOf(task).name;

/** Correlation of a metric with doing well at the last radius of the protocol: of an error less is better. */
function goesWith(told: Told, metric: MetricId): number | null {
  const found = told.with[metric][told.protocol.values.length - 1] ?? null;
  return found === null || reservoirTaskOf(told.task).score.better === 'higher' ? found : -found;
}

/** Which structure goes with which function. */
export function functionStructurePlot({ tasks }: FunctionReport): Plot {
  const radius = tasks[0]?.protocol.values.at(-1) ?? 0;
  return {
    id: 'function-structure',
    title: 'Structure and function',
    about: `Spearman’s correlation of each metric with how well a test circuit does a task at spectral radius ${radius}; of errors the sign is turned, so that right is better throughout. It tells what goes together, not what causes what.`,
    table: {
      columns: ['metric', ...tasks.map(nameOf)],
      rows: metricIds.map((metric) => [
        metricOf(metric).name,
        ...tasks.map((told) => goesWith(told, metric)),
      ]),
    },
    draw: (width) => draw(tasks, width),
  };
}

function draw(tasks: readonly Told[], width: number): Scene {
  const named = tasks.flatMap((told, k) => {
    const look = looks[k % looks.length];
    return look ? [{ told, name: nameOf(told), marker: look }] : [];
  });
  const legend = markerLegend(named, width);
  const [left, step, top] = [122, 30, legend.height + 6];
  const bottom = top + metricIds.length * step;
  const axis = linearAxis([-1, 1], left + 8, width - 10);
  const marks: Mark[] = [
    ...legend.marks,
    ...bottomAxis(axis, top, bottom, 'worse with more of it – better with more of it'),
    line(
      [
        [axis.at(0), top],
        [axis.at(0), bottom],
      ],
      { stroke: 'line-strong' },
    ),
  ];
  metricIds.forEach((metric, row) => {
    const y = top + (row + 0.5) * step;
    const { name } = metricOf(metric);
    marks.push(text(name, [left, y], { anchor: 'end', fill: 'ink' }));
    for (const one of named) {
      const found = goesWith(one.told, metric);
      if (found === null) continue;
      const about = `${name}, ${one.name}: ${shortNumber(found)}`;
      marks.push(marker(one.marker, [axis.at(found), y], about));
    }
  });
  return { width, height: bottom + 36, marks };
}
