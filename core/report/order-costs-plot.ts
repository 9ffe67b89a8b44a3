import type { OrdersReport } from '../contracts/orders-report.ts';
import { bottomAxis, logAxis } from './axis.ts';
import { marker, markerLegend } from './marker.ts';
import { rivals } from './names.ts';
import { heading, makers, percent, resultOf, type OrderSet } from './order-makers.ts';
import { shortNumber, type Plot } from './plot.ts';
import { line, text, type Mark, type Scene } from './scene.ts';

/** Circuits taken from data or drawn plainly have no cost that says anything. */
const walked = makers.filter(({ id }) => id === 'ours' || id === 'uniform');

/** What meeting an order costs: how much less likely the circuit is than a typical draw of the model. */
export function orderCostsPlot({ sets }: OrdersReport): Plot {
  return {
    id: 'order-costs',
    title: 'What an order costs',
    about:
      'Standard deviations by which a circuit is less likely than a typical draw at its place: median, and to the worst ' +
      'tenth; drawn at 0.1 where it is not less likely. The goal is at most 2 for nine in ten. Distance: of the place ' +
      'from the data, the median training circuit has 1. Shared: connections in common with the nearest known circuit.',
    table: {
      columns: [
        'asked',
        'made by',
        'cost, median',
        'cost, 90 %',
        'cost, most',
        'within 2, %',
        'distance, median',
        'distance, 90 %',
        'shared, median',
        'shared, most',
        'possible copies, %',
        'seconds, median',
      ],
      rows: sets.flatMap((set) => {
        const { cost, distance, shared } = set;
        const uniform = resultOf(set, 'uniform')?.cost;
        return [
          [
            heading(set),
            'Guided draw',
            ...[cost.median, cost.ninety, cost.most, percent(set.typical)],
            ...[distance.median, distance.ninety, shared.median, shared.most],
            ...[percent(set.copies), set.seconds.median],
          ],
          ...(uniform
            ? [
                [
                  heading(set),
                  rivals.uniform.name,
                  ...[uniform.median, uniform.ninety, uniform.most],
                  ...[null, null, null, null, null, null, null],
                ],
              ]
            : []),
        ];
      }),
    },
    draw: (width) => draw(sets, width),
  };
}

function draw(sets: readonly OrderSet[], width: number): Scene {
  const legend = markerLegend(walked, width);
  const [left, step, top] = [80, 36, legend.height + 6];
  const bottom = top + sets.length * step;
  const costs = sets.flatMap((set) => walked.map(({ id }) => resultOf(set, id)?.cost?.ninety ?? 1));
  const axis = logAxis([0.1, Math.max(10, ...costs) * 1.1], left + 8, width - 10);
  const marks: Mark[] = [
    ...legend.marks,
    ...bottomAxis(axis, top, bottom, 'standard deviations'),
    line(
      [
        [axis.at(2), top],
        [axis.at(2), bottom],
      ],
      { stroke: 'accent', dash: '3 3', about: 'goal: at most 2 for nine in ten' },
    ),
  ];
  sets.forEach((set, index) => {
    const y = top + (index + 0.5) * step;
    marks.push(text(heading(set), [left, y], { anchor: 'end', fill: 'ink' }));
    walked.forEach(({ id, name, marker: look }, k) => {
      const cost = resultOf(set, id)?.cost;
      if (!cost) return;
      const at = y + (k - 0.5) * 11;
      const about = `${heading(set)}, ${name}: median ${shortNumber(cost.median)}, 90 % ${shortNumber(cost.ninety)}`;
      marks.push(
        line(
          [
            [axis.at(cost.median), at],
            [axis.at(cost.ninety), at],
          ],
          { stroke: look.role, strokeWidth: 1.5, about },
        ),
        marker(look, [axis.at(cost.median), at], about),
      );
    });
  });
  return { width, height: bottom + 36, marks };
}
