import type { EvaluationReport } from '../contracts/evaluation.ts';
import { foldNames } from '../contracts/sampling.ts';
import { bottomAxis, leftAxis, linearAxis } from './axis.ts';
import type { Plot } from './plot.ts';
import { rect, text, type Mark, type Role, type Scene } from './scene.ts';

type Somas = NonNullable<EvaluationReport['somas']>;

const fills: readonly Role[] = ['fold-gap', 'fold-train', 'fold-validation', 'fold-test'];

/** Where the folds lie: somata by depth and the wider lateral axis. */
export function foldPlot(somas: Somas): Plot {
  const spread = (values: readonly number[]) =>
    values.reduce((a, b) => Math.max(a, b), -Infinity) -
    values.reduce((a, b) => Math.min(a, b), Infinity);
  const lateral = spread(somas.z) > 1.1 * spread(somas.x) ? 'z' : 'x';
  return {
    id: 'folds',
    title: 'Folds',
    about: `Somata by depth below the pia (down) and ${lateral} (across), µm. No neuron occurs in two folds; those in the gap occur in none.`,
    table: {
      columns: ['x', 'y', 'z', 'fold'],
      rows: somas.fold.map((fold, k) => [
        somas.x[k] ?? null,
        somas.y[k] ?? null,
        somas.z[k] ?? null,
        foldNames[fold] ?? 'gap',
      ]),
    },
    draw: (width) => draw(somas, lateral, width),
  };
}

function draw(somas: Somas, lateral: 'x' | 'z', width: number): Scene {
  const range = (values: readonly number[]) =>
    [
      values.reduce((a, b) => Math.min(a, b), Infinity),
      values.reduce((a, b) => Math.max(a, b), -Infinity),
    ] as const;
  const [low, high] = range(somas[lateral]);
  const [shallow, deep] = range(somas.y);
  const [left, right, top] = [44, width - 8, 28];
  // one scale both ways, within reason
  const tall = Math.min(420, Math.max(80, ((right - left) * (deep - shallow)) / (high - low || 1)));
  const across = linearAxis([low, high], left + 6, right);
  const down = linearAxis([shallow, deep], top, top + tall);
  const marks: Mark[] = [];
  foldNames.forEach((name, k) => {
    const x = 8 + k * 84;
    marks.push(rect([x, 6, 9, 9], fills[k] ?? 'line'), text(name, [x + 14, 10]));
  });
  marks.push(
    ...leftAxis(down, left, right),
    ...bottomAxis(across, top, top + tall, `${lateral}, µm`),
    ...somas.fold.map((fold, k) =>
      rect(
        [across.at(somas[lateral][k] ?? 0) - 1.2, down.at(somas.y[k] ?? 0) - 1.2, 2.4, 2.4],
        fills[fold] ?? 'line',
      ),
    ),
  );
  return { width, height: top + tall + 36, marks };
}
