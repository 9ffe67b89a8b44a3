import { sourceIds, type FunctionReport } from '../contracts/function-report.ts';
import { reservoirTaskOf } from '../reservoir/tasks/index.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { marker, markerLegend, type Marker } from './marker.ts';
import { sources } from './names.ts';
import { shortNumber, type Plot } from './plot.ts';
import { line, rect, text, type Mark, type Scene } from './scene.ts';

type Told = FunctionReport['tasks'][number];
/** A score: a task at one value of its protocol. */
type Score = { task: Told; index: number; name: string; short: string };

const looks: Readonly<Record<(typeof sourceIds)[number], Marker>> = {
  z: { shape: 'disc', role: 'accent' },
  metrics: { shape: 'diamond', role: 'fold-test' },
  both: { shape: 'plus', role: 'ink-2' },
  conditions: { shape: 'square', role: 'excitatory' },
};
const random: Marker = { shape: 'disc', role: 'accent', hollow: true };

function scoresOf({ tasks }: FunctionReport): Score[] {
  return tasks.flatMap((task) =>
    task.protocol.values.map((value, index) => {
      const short = reservoirTaskOf(task.task).name;
      return { task, index, short, name: `${short}, radius ${value}` };
    }),
  );
}

/** How well z tells what a circuit computes, beside its metrics and its conditions. */
export function functionPlot(report: FunctionReport): Plot {
  const scores = scoresOf(report);
  const inputs = report.tasks[0]?.protocol.inputSeeds.length ?? 0;
  const { train = 0, test = 0 } = report.tasks[0]?.measured ?? {};
  return {
    id: 'function',
    title: 'What z tells of function',
    about:
      `R² of reservoir scores (means of ${inputs} ${inputs === 1 ? 'input' : 'inputs'}) of about ${test} test circuits, by kernel ridge fitted to about ${train} training ` +
      'circuits; settings chosen within the training fold, a region left out at a time. Lines: 95 % over resampled ' +
      'circuits, of z. Hollow: z over a random split of the training fold, as in literature that gives no spatial split.',
    table: {
      columns: [
        'score',
        ...sourceIds.map((id) => sources[id].name),
        'z, low',
        'z, high',
        ...sourceIds.map((id) => `random split, ${sources[id].name}`),
        'mean',
        'sd',
        'test circuits',
      ],
      rows: scores.map(({ task, index, name }) => [
        name,
        ...sourceIds.map((id) => task.r2[id].r2[index] ?? null),
        ...(task.r2.z.interval[index] ?? [null, null]),
        ...sourceIds.map((id) => task.r2[id].sameTissue[index] ?? null),
        task.mean[index] ?? null,
        task.sd[index] ?? null,
        task.measured.test,
      ]),
    },
    draw: (width) => draw(scores, width),
  };
}

function draw(scores: readonly Score[], width: number): Scene {
  const legend = markerLegend(
    [
      ...sourceIds.map((id) => ({ name: sources[id].name, marker: looks[id] })),
      { name: 'z, random split', marker: random },
    ],
    width,
  );
  const [left, step, top] = [138, 26, legend.height + 6];
  const bottom = top + scores.length * step;
  const axis = linearAxis([0, 1], left + 12, width - 44);
  const at = (value: number) => axis.at(Math.min(1, Math.max(0, value)));
  const marks: Mark[] = [
    ...legend.marks,
    ...bottomAxis(axis, top, bottom, 'R² on test circuits; below 0 drawn at 0'),
  ];
  scores.forEach(({ task, index, name, short }, row) => {
    const y = top + (row + 0.5) * step;
    const radius = task.protocol.values[index] ?? 0;
    if (index === 0 && row > 0) marks.push(rect([0, y - step / 2, width, 1], 'line'));
    marks.push(
      text(`${short} ${radius}`, [left, y], { anchor: 'end', fill: 'ink' }),
      text(shortNumber(task.r2.z.r2[index]), [width - 4, y], { anchor: 'end', fill: 'ink' }),
    );
    const interval = task.r2.z.interval[index];
    if (interval)
      marks.push(
        line(
          [
            [at(interval[0]), y],
            [at(interval[1]), y],
          ],
          { stroke: 'accent', strokeWidth: 1.5 },
        ),
      );
    const split = task.r2.z.sameTissue[index];
    if (split != null)
      marks.push(
        marker(random, [at(split), y], `${name}, z over a random split: ${shortNumber(split)}`),
      );
    // z last, so that it lies on top
    for (const id of [...sourceIds].reverse()) {
      const value = task.r2[id].r2[index];
      if (value == null) continue;
      const about = `${name}, ${sources[id].name}: ${shortNumber(value)}`;
      marks.push(marker(looks[id], [at(value), y], about));
    }
  });
  return { width, height: bottom + 36, marks };
}
