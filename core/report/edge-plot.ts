import type { ModelFigures } from '../contracts/model.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { marker, markerLegend, type Marker } from './marker.ts';
import { shortNumber, type Plot } from './plot.ts';
import { text, type Mark, type Scene } from './scene.ts';

type Row = { name: string; auc: number; ap: number };

const kinds = [
  { key: 'auc', name: 'AUC', marker: { shape: 'disc', role: 'accent' } },
  { key: 'ap', name: 'Average precision', marker: { shape: 'diamond', role: 'fold-test' } },
] as const satisfies readonly { key: keyof Row; name: string; marker: Marker }[];

/** Single edges of test circuits, beside both baselines; and of circuits of the training tissue. */
export function edgePlot({ edges, bits, report }: ModelFigures): Plot {
  const rows: Row[] = [
    { name: 'This model', ...edges.model },
    { name: 'Conditions only', ...edges.conditionsOnly },
    { name: 'Distance × type', ...edges.distanceType },
    ...(report ? [{ name: 'Random split', ...report.sameTissue }] : []),
  ];
  return {
    id: 'edges',
    title: 'Edges',
    about:
      `Test circuits, z and u of the encoded circuit at ${shortNumber(bits.z + bits.u)} bits a circuit. Random split: ` +
      'circuits that were not trained on, of neurons that were, as in literature that gives no spatial split; not a ' +
      'figure of unseen tissue.',
    table: {
      columns: ['model', 'AUC', 'AP'],
      rows: rows.map(({ name, auc, ap }) => [name, auc, ap]),
    },
    draw: (width) => draw(rows, width),
  };
}

function draw(rows: readonly Row[], width: number): Scene {
  const legend = markerLegend(kinds, width);
  const [left, step, top] = [122, 26, legend.height + 6];
  const bottom = top + rows.length * step;
  const axis = linearAxis([0, 1], left + 8, width - 96);
  const marks: Mark[] = [...legend.marks, ...bottomAxis(axis, top, bottom, 'AUC, AP')];
  rows.forEach((row, index) => {
    const y = top + (index + 0.5) * step;
    marks.push(
      text(row.name, [left, y], { anchor: 'end', fill: 'ink' }),
      text(`${row.auc.toFixed(3)} / ${row.ap.toFixed(3)}`, [width - 4, y], {
        anchor: 'end',
        fill: 'ink',
      }),
      ...kinds.map(({ key, name, marker: look }) =>
        marker(look, [axis.at(row[key]), y], `${row.name}, ${name}: ${shortNumber(row[key])}`),
      ),
    );
  });
  return { width, height: bottom + 36, marks };
}
