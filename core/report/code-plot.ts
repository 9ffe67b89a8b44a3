import type { ModelReport } from '../contracts/report.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { shortNumber, type Plot } from './plot.ts';
import { rect, text, type Mark, type Role, type Scene } from './scene.ts';

type Part = { name: string; bits: number; fill: Role };

function barsOf(code: ModelReport['code']): { name: string; parts: Part[] }[] {
  return [
    {
      name: 'This model',
      parts: [
        { name: 'z', bits: code.z, fill: 'accent' },
        { name: 'u', bits: code.u, fill: 'inhibitory' },
        { name: 'edges given both', bits: code.edges, fill: 'fold-train' },
      ],
    },
    {
      name: 'Conditions only',
      parts: [{ name: 'edges', bits: code.conditionsOnly, fill: 'fold-train' }],
    },
    {
      name: 'Distance × type',
      parts: [{ name: 'edges', bits: code.distanceType, fill: 'fold-train' }],
    },
  ];
}

/** The honest total: bits for z, u and the edges given them, against codes without z and u. */
export function codePlot(code: ModelReport['code']): Plot {
  const bars = barsOf(code);
  const less = code.total < Math.min(code.conditionsOnly, code.distanceType);
  return {
    id: 'code-length',
    title: 'Bits to tell a circuit',
    about:
      'Mean over test circuits, neurons known, self-connections left out; z and u cost their divergence from ' +
      `N(0, I). In all the model takes ${less ? 'fewer' : 'more'} bits than the codes without z and u.`,
    table: {
      columns: ['code', 'z', 'u', 'edges', 'total'],
      rows: [
        ['This model', code.z, code.u, code.edges, code.total],
        ['Conditions only', 0, 0, code.conditionsOnly, code.conditionsOnly],
        ['Distance × type', 0, 0, code.distanceType, code.distanceType],
      ],
    },
    draw: (width) => draw(bars, width),
  };
}

function draw(bars: readonly { name: string; parts: readonly Part[] }[], width: number): Scene {
  const [left, step, top] = [122, 30, 28];
  const bottom = top + bars.length * step;
  const totals = bars.map(({ parts }) => parts.reduce((sum, { bits }) => sum + bits, 0));
  const axis = linearAxis([0, Math.max(1, ...totals)], left + 8, width - 48);
  const marks: Mark[] = bottomAxis(axis, top, bottom, 'bits a circuit');
  let x = 8;
  for (const { name, fill } of bars[0]?.parts ?? []) {
    marks.push(rect([x, 5, 10, 10], fill), text(name, [x + 15, 10]));
    x += 34 + name.length * 6.1;
  }
  bars.forEach(({ name, parts }, index) => {
    const y = top + (index + 0.5) * step;
    let from = 0;
    marks.push(text(name, [left, y], { anchor: 'end', fill: 'ink' }));
    for (const part of parts) {
      const about = `${name}, ${part.name}: ${shortNumber(part.bits)} bits`;
      const long = axis.at(from + part.bits) - axis.at(from);
      marks.push(rect([axis.at(from), y - 8, Math.max(long - 1, 0.5), 16], part.fill, about));
      from += part.bits;
    }
    marks.push(text(shortNumber(from), [axis.at(from) + 6, y], { fill: 'ink' }));
  });
  return { width, height: bottom + 36, marks };
}
