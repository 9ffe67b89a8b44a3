import type { WeightFigures } from '../contracts/model.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { marker, type Marker } from './marker.ts';
import { shortNumber, type Plot } from './plot.ts';
import { text, type Mark, type Scene } from './scene.ts';

type Row = { name: string; nats: number; look: Marker };

/** How well the weights of test connections are told, beside what is told without the circuit. */
export function weightsPlot(found: WeightFigures): Plot {
  const other: Marker = { shape: 'diamond', role: 'fold-test' };
  const rows: Row[] = [
    { name: 'This model', nats: found.nats, look: { shape: 'disc', role: 'accent' } },
    ...(found.distanceOnly === undefined
      ? []
      : [{ name: 'Distance only', nats: found.distanceOnly, look: other }]),
    { name: 'One log-normal', nats: found.plain, look: other },
  ];
  const { test, drawn } = found;
  return {
    id: 'weights',
    title: 'Weights',
    about:
      `Nats to tell the logarithm of the weight of a connection that exists, ${found.edges} different ones in the test ` +
      `circuits; fewer are better. R² of log weights ${shortNumber(found.r2)}. Log weights of test circuits ` +
      `${shortNumber(test.mean)} ± ${shortNumber(test.sd)}, of drawn ones ${shortNumber(drawn.mean)} ± ${shortNumber(drawn.sd)}.`,
    table: {
      columns: ['weights from', 'nats a connection'],
      rows: rows.map(({ name, nats }) => [name, nats]),
    },
    draw: (width) => draw(rows, width),
  };
}

function draw(rows: readonly Row[], width: number): Scene {
  const [left, step, top] = [122, 26, 8];
  const bottom = top + rows.length * step;
  const nats = rows.map((row) => row.nats);
  const [least, most] = [Math.min(...nats), Math.max(...nats)];
  const slack = Math.max((most - least) / 4, 0.01);
  const axis = linearAxis([least - slack, most + slack], left + 8, width - 56, 4);
  const marks: Mark[] = bottomAxis(axis, top, bottom, 'nats a connection');
  rows.forEach((row, index) => {
    const y = top + (index + 0.5) * step;
    marks.push(
      text(row.name, [left, y], { anchor: 'end', fill: 'ink' }),
      text(row.nats.toFixed(3), [width - 4, y], { anchor: 'end', fill: 'ink' }),
      marker(row.look, [axis.at(row.nats), y], `${row.name}: ${shortNumber(row.nats)} nats`),
    );
  });
  return { width, height: bottom + 36, marks };
}
