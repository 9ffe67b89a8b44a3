import type { GenerationReport } from '../contracts/report.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { statistics } from './names.ts';
import type { Plot } from './plot.ts';
import { line, text, type Mark, type Role, type Scene } from './scene.ts';

type Shape = GenerationReport['shapes'][number];

const samples = [
  { key: 'train', name: 'Training', stroke: 'ink-3', dash: '2 3', strokeWidth: 1.5 },
  { key: 'test', name: 'Test', stroke: 'fold-test', dash: '7 3', strokeWidth: 1.8 },
  { key: 'generated', name: 'Generated', stroke: 'accent', dash: '', strokeWidth: 1.8 },
] as const satisfies readonly {
  key: 'train' | 'test' | 'generated';
  name: string;
  stroke: Role;
  dash: string;
  strokeWidth: number;
}[];

/** The distributions that are compared, pooled over circuits. */
export function shapePlot({ shapes }: GenerationReport): Plot {
  return {
    id: 'distributions',
    title: 'Distributions inside circuits',
    about:
      'Shares of training, test and generated circuits (one sample), pooled; each circuit counts the same. ' +
      'The last bin holds what lies beyond it.',
    table: {
      columns: ['statistic', 'value', 'training', 'test', 'generated'],
      rows: shapes.flatMap(({ id, x, ...shares }) =>
        x.map((value, k) => [
          statistics[id].name,
          value,
          shares.train[k] ?? null,
          shares.test[k] ?? null,
          shares.generated[k] ?? null,
        ]),
      ),
    },
    draw: (width) => draw(shapes, width),
  };
}

function draw(shapes: readonly Shape[], width: number): Scene {
  const columns = width < 480 ? 1 : 2;
  const [gap, high] = [24, 168];
  const wide = (width - gap * (columns - 1)) / columns;
  const marks: Mark[] = samples.flatMap(({ name, ...stroke }, k) => [
    line(
      [
        [8 + k * 100, 10],
        [32 + k * 100, 10],
      ],
      stroke,
    ),
    text(name, [38 + k * 100, 10]),
  ]);
  shapes.forEach((shape, k) => {
    const x = (k % columns) * (wide + gap);
    const y = 26 + Math.floor(k / columns) * high;
    marks.push(...panel(shape, x, y, wide, high));
  });
  return { width, height: 26 + Math.ceil(shapes.length / columns) * high, marks };
}

function panel(shape: Shape, x: number, y: number, width: number, height: number): Mark[] {
  const named = shape.x.every((value) => typeof value === 'string');
  const places = shape.x.map((value, k) => (named ? k : Number(value)));
  const [left, right, top] = [x + (named ? 30 : 8), x + width - 8, y + 24];
  const bottom = y + height - (named ? 46 : 38);
  const most = Math.max(1e-9, ...samples.flatMap(({ key }) => shape[key]));
  const across = linearAxis([Math.min(...places), Math.max(...places)], left, right);
  const up = linearAxis([0, most], bottom, top);
  const { name, unit } = statistics[shape.id];
  const foot = named
    ? shape.x.map((label, k) => {
        const at = [across.at(k), bottom + 12] as const;
        const written = text(String(label), at, { anchor: 'end', fill: 'ink-3', size: 9 });
        const turn = `rotate(-50 ${at[0]} ${at[1]})`;
        return { ...written, attributes: { ...written.attributes, transform: turn } };
      })
    : bottomAxis(across, top, bottom, unit);
  return [
    text(name, [x + 8, y + 12], { fill: 'ink', weight: 600 }),
    ...foot,
    line(
      [
        [left, bottom],
        [right, bottom],
      ],
      { stroke: 'line-strong' },
    ),
    ...samples.map(({ key, name: sample, ...stroke }) =>
      line(
        places.map((place, k) => [across.at(place), up.at(shape[key][k] ?? 0)] as const),
        { ...stroke, about: `${name}, ${sample}` },
      ),
    ),
  ];
}
