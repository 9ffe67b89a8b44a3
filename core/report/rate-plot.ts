import { bottomAxis, leftAxis, linearAxis } from './axis.ts';
import { marker } from './marker.ts';
import { shortNumber, type Plot } from './plot.ts';
import { line, text, type Mark, type Scene } from './scene.ts';

/** A model on its rate-distortion curve: bits a circuit for z and u, and what they buy. */
export type RatePoint = { name: string; bits: number; ap: number; auc: number; r2: number };

/** Rate and distortion of models of one corpus, along β. */
export function ratePlot(points: readonly RatePoint[], chosen?: string): Plot {
  const ordered = [...points].sort((a, b) => a.bits - b.bits);
  return {
    id: 'rate-distortion',
    title: 'Rate and distortion',
    about:
      'Models of one corpus by the bits a circuit that z and u take: more bits tell single edges better. ' +
      'Average precision of edges, and R² of the eight metrics from z alone.',
    table: {
      columns: ['model', 'bits', 'AUC', 'AP', 'mean R²'],
      rows: ordered.map(({ name, bits, auc, ap, r2 }) => [name, bits, auc, ap, r2]),
    },
    draw: (width) => draw(ordered, width, chosen),
  };
}

function draw(points: readonly RatePoint[], width: number, chosen?: string): Scene {
  const beside = width >= 480;
  const wide = beside ? (width - 24) / 2 : width;
  const high = 200;
  const marks = [
    ...panel(points, 'ap', 'Average precision', [0, 0, wide, high], chosen),
    ...panel(
      points,
      'r2',
      'Mean R² of metrics',
      [beside ? wide + 24 : 0, beside ? 0 : high + 12, wide, high],
      chosen,
    ),
  ];
  return { width, height: beside ? high : 2 * high + 12, marks };
}

function panel(
  points: readonly RatePoint[],
  of: 'ap' | 'r2',
  title: string,
  [x, y, width, height]: readonly [number, number, number, number],
  chosen: string | undefined,
): Mark[] {
  const [left, right, top, bottom] = [x + 30, x + width - 10, y + 26, y + height - 36];
  const most = Math.max(1, ...points.map(({ bits }) => bits));
  const across = linearAxis([0, most * 1.1], left + 4, right);
  const up = linearAxis([Math.min(0, ...points.map((point) => point[of])), 1], bottom, top);
  const places = points.map((point) => [across.at(point.bits), up.at(point[of])] as const);
  return [
    text(title, [x + 8, y + 10], { fill: 'ink', weight: 600 }),
    ...leftAxis(up, left, right),
    ...bottomAxis(across, top, bottom, 'bits a circuit'),
    line(places, { stroke: 'accent', strokeWidth: 1.5 }),
    ...points.map(({ name, ...point }, k) =>
      marker(
        { shape: 'disc', role: 'accent', hollow: chosen !== undefined && name !== chosen },
        places[k] ?? [0, 0],
        `${name}: ${shortNumber(point.bits)} bits, ${title} ${shortNumber(point[of])}`,
      ),
    ),
  ];
}
