import type { DirectionsReport, SteeredDirection } from '../contracts/steering-report.ts';
import { bottomAxis, leftAxis, linearAxis } from './axis.ts';
import { movedName } from './directions-words.ts';
import { shortNumber, type Plot } from './plot.ts';
import { line, round, text, type Mark, type Scene } from './scene.ts';

type Curve = { name: string; own: NonNullable<SteeredDirection['own']> };

/** What each aligned direction does to its own metric along its slider; null where none was measured. */
export function directionsCurves({
  directions,
  circuits,
  individuals,
}: DirectionsReport): Plot | null {
  const curves = directions.flatMap(({ kind, moves, own }) =>
    kind === 'aligned' && own ? [{ name: movedName(moves), own }] : [],
  );
  if (curves.length === 0) return null;
  return {
    id: 'directions-curves',
    title: 'Along the slider',
    about:
      `What each direction of a metric does to that metric, from two steps back to two steps on: mean over ${circuits} test ` +
      `circuits, ${individuals} individuals each, with a 95 % band over circuits, in standard deviations of the training circuits.`,
    table: {
      columns: ['metric', 'step', 'change', 'low', 'high'],
      rows: curves.flatMap(({ name, own }) =>
        own.curve.map(({ step, mean, low, high }) => [name, step, mean, low, high]),
      ),
    },
    draw: (width) => draw(curves, width),
  };
}

function draw(curves: readonly Curve[], width: number): Scene {
  const columns = width < 480 ? 2 : 4;
  const [gap, high] = [12, 128];
  const wide = (width - gap * (columns - 1)) / columns;
  const ends = curves.flatMap(({ own }) => own.curve.flatMap(({ low, high: top }) => [low, top]));
  const range = [Math.min(-1, ...ends), Math.max(1, ...ends)] as const;
  const marks = curves.flatMap((curve, k) =>
    panel(curve, range, [(k % columns) * (wide + gap), Math.floor(k / columns) * high, wide, high]),
  );
  return { width, height: Math.ceil(curves.length / columns) * high, marks };
}

function panel(
  { name, own }: Curve,
  range: readonly [number, number],
  [x, y, width, height]: readonly [number, number, number, number],
): Mark[] {
  const { curve, spearman } = own;
  const [left, right, top, bottom] = [x + 20, x + width - 6, y + 24, y + height - 34];
  const steps = curve.map(({ step }) => step);
  const across = linearAxis([Math.min(...steps), Math.max(...steps)], left + 4, right, 3);
  const up = linearAxis(range, bottom, top, 3);
  const at = (step: number, value: number) => [across.at(step), up.at(value)] as const;
  const edge = [
    ...curve.map(({ step, high }) => at(step, high)),
    ...curve.map(({ step, low }) => at(step, low)).reverse(),
  ];
  const d = `${edge.map(([px, py], k) => `${k === 0 ? 'M' : 'L'}${round(px)} ${round(py)}`).join('')}Z`;
  return [
    text(name, [x + 4, y + 12], { fill: 'ink', weight: 600, size: 10 }),
    ...leftAxis(up, left, right),
    ...bottomAxis(across, top, bottom, 'steps'),
    { tag: 'path', attributes: { d, fillOpacity: 0.2 }, fill: 'accent' },
    line(
      curve.map(({ step, mean }) => at(step, mean)),
      { stroke: 'accent', strokeWidth: 1.5, about: `${name}: Spearman ${shortNumber(spearman)}` },
    ),
  ];
}
