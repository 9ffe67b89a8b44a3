import type { OrdersReport } from '../contracts/orders-report.ts';
import { metricOf } from '../metrics/index.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { marker, markerLegend } from './marker.ts';
import { heading, makers, percent, resultOf, type OrderSet } from './order-makers.ts';
import { inSentence } from './names.ts';
import { shortNumber, type Plot } from './plot.ts';
import { rect, text, type Mark, type Scene } from './scene.ts';

/** How many orders were met, beside what others would have given for the same. */
export function ordersPlot({ sets, tolerance }: OrdersReport): Plot {
  return {
    id: 'orders',
    title: 'Circuits to order',
    about:
      `Share of ${sets[0]?.requests ?? 0} orders whose asked metrics all came within ${percent(tolerance)} % of what the training ` +
      'circuits span. Each asks for the metrics of a held-out circuit over its neurons. Asked were ' +
      `${sets.map(namesOf).join('; ')}.`,
    table: {
      columns: ['asked', 'made by', 'met, %', 'error, median', 'error, 90 %', 'error, most'],
      rows: sets.flatMap((set) =>
        makers.flatMap(({ id, name }) => {
          const found = resultOf(set, id);
          if (!found) return [];
          const { median, ninety, most } = found.error;
          return [[heading(set), name, percent(found.within), median, ninety, most]];
        }),
      ),
    },
    draw: (width) => drawShares(sets, width),
  };
}

function namesOf({ metrics }: OrderSet): string {
  if (metrics.length === 8) return 'all eight metrics';
  return metrics.map((id) => inSentence(metricOf(id).name)).join(', ');
}

function drawShares(sets: readonly OrderSet[], width: number): Scene {
  const legend = markerLegend(makers, width);
  const [left, step, top] = [80, 5 * 13 + 12, legend.height + 6];
  const bottom = top + sets.length * step;
  const axis = linearAxis([0, 100], left + 8, width - 52);
  const marks: Mark[] = [...legend.marks, ...bottomAxis(axis, top, bottom, '% of orders met')];
  sets.forEach((set, index) => {
    const from = top + index * step;
    if (index > 0) marks.push(rect([0, from, width, 1], 'line'));
    marks.push(text(heading(set), [left, from + step / 2], { anchor: 'end', fill: 'ink' }));
    makers.forEach(({ id, name, marker: look }, k) => {
      const found = resultOf(set, id);
      if (!found) return;
      const y = from + 12 + k * 13;
      const about = `${heading(set)}, ${name}: ${percent(found.within)} %`;
      marks.push(
        marker(look, [axis.at(100 * found.within), y], about),
        text(`${shortNumber(percent(found.within))} %`, [width - 4, y], {
          anchor: 'end',
          fill: 'ink',
        }),
      );
    });
  });
  return { width, height: bottom + 36, marks };
}
