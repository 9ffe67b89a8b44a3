import { metricIds } from '../contracts/metric-id.ts';
import type { DirectionsReport, SteeredDirection } from '../contracts/steering-report.ts';
import { bottomAxis, linearAxis } from './axis.ts';
import { heldWords, largestChange, movedName } from './directions-words.ts';
import { marker, markerLegend, type Marker } from './marker.ts';
import { shortNumber, type Plot } from './plot.ts';
import { line, text, type Mark, type Role, type Scene } from './scene.ts';

type Kind = SteeredDirection['kind'];

const looks: Readonly<Record<'own' | 'held' | 'other', { name: string; marker: Marker }>> = {
  own: { name: 'What it moves', marker: { shape: 'disc', role: 'accent' } },
  held: { name: 'Largest held', marker: { shape: 'diamond', role: 'fold-test' } },
  other: { name: 'Largest other', marker: { shape: 'cross', role: 'ink-2' } },
};

const kinds: Readonly<Record<Kind, { title: string; about: string }>> = {
  aligned: {
    title: 'Directions of a metric',
    about: 'What goes with the metric in the data goes with it here.',
  },
  purified: {
    title: 'Purified directions',
    about:
      'Each shall move one metric and hold others; found and corrected on the validation fold.',
  },
  function: {
    title: 'Directions of function',
    about:
      'Aligned with reservoir scores of observed training circuits at spectral radius 0.9; the score was measured on fewer circuits. Of an error, more of it is worse.',
  },
};

const nameOf = ({ moves, held, kind }: SteeredDirection) =>
  kind === 'purified' && held.length < 7
    ? `${movedName(moves)}, held: ${heldWords(held)}`
    : movedName(moves);

/** The changes that are drawn of a direction, in standard deviations of the training circuits. */
function changesOf(direction: SteeredDirection) {
  const { own, held, moves } = direction;
  const kept = largestChange(direction, held);
  const other = largestChange(
    direction,
    metricIds.filter((id) => !held.includes(id)),
  );
  return [
    { look: looks.own, change: own?.change ?? null, of: movedName(moves) },
    ...(held.length > 0
      ? [{ look: looks.held, change: kept, of: kept ? movedName(kept.metric) : '' }]
      : []),
    ...(other ? [{ look: looks.other, change: other, of: movedName(other.metric) }] : []),
  ];
}

/** What directions of one kind do on test circuits; null where the report has none of them. */
export function directionsPlot(report: DirectionsReport, kind: Kind): Plot | null {
  const rows = report.directions.filter((one) => one.kind === kind);
  if (rows.length === 0) return null;
  const { title, about } = kinds[kind];
  return {
    id: `directions-${kind}`,
    title,
    about:
      `Change from −2 to 2 steps of the eight metrics of ${report.circuits} test circuits, ${report.individuals} individuals ` +
      'each, in standard deviations of the training circuits, with 95 % intervals over circuits. ' +
      `${about} At the right Spearman’s correlation of step and effect, and the length of a step in standard deviations of the data, bold where it leaves them (${report.farthest}).`,
    table: {
      columns: [
        'direction',
        'own effect',
        'low',
        'high',
        'Spearman',
        'largest held',
        'of',
        'largest other',
        'of',
        'length of a step',
        'corrections',
        'circuits',
      ],
      rows: rows.map((row) => {
        const kept = row.held.length > 0 ? largestChange(row, row.held) : null;
        const other = largestChange(row);
        const { mean = null, low = null, high = null } = row.own?.change ?? {};
        return [
          nameOf(row),
          ...[mean, low, high, row.own?.spearman ?? null],
          ...[kept?.mean ?? null, kept ? movedName(kept.metric) : ''],
          ...[other?.mean ?? null, other ? movedName(other.metric) : ''],
          ...[row.length, row.corrections, row.own?.circuits ?? null],
        ];
      }),
    },
    draw: (width) => draw(rows, report.farthest, width),
  };
}

function draw(rows: readonly SteeredDirection[], farthest: number, width: number): Scene {
  const purified = rows.some(({ kind }) => kind === 'purified');
  const legend = markerLegend([looks.own, ...(purified ? [looks.held] : []), looks.other], width);
  const [left, step, top] = [
    rows.some(({ kind }) => kind === 'function') ? 138 : 122,
    34,
    legend.height + 22,
  ];
  const bottom = top + rows.length * step;
  const ends = rows.flatMap((row) =>
    changesOf(row).flatMap(({ change }) => (change ? [change.low, change.high] : [])),
  );
  const axis = linearAxis([Math.min(0, ...ends), Math.max(1, ...ends)], left + 8, width - 92);
  const marks: Mark[] = [
    ...legend.marks,
    text('Spearman', [width - 46, top - 10], { anchor: 'end', fill: 'ink-3' }),
    text('length', [width - 4, top - 10], { anchor: 'end', fill: 'ink-3' }),
    ...bottomAxis(axis, top, bottom, 'standard deviations over ±2 steps'),
    line(
      [
        [axis.at(0), top],
        [axis.at(0), bottom],
      ],
      { stroke: 'line-strong' },
    ),
  ];
  rows.forEach((row, index) => {
    const y = top + (index + 0.5) * step;
    const part = row.kind === 'purified' && row.held.length < 7;
    marks.push(
      text(movedName(row.moves), [left, part ? y - 6 : y], { anchor: 'end', fill: 'ink' }),
      ...(part ? [text('two held', [left, y + 7], { anchor: 'end', fill: 'ink-3' })] : []),
      text(shortNumber(row.own?.spearman), [width - 46, y], { anchor: 'end', fill: 'ink' }),
      text(shortNumber(row.length), [width - 4, y], {
        anchor: 'end',
        fill: 'ink',
        weight: row.length > farthest ? 600 : 400,
      }),
    );
    changesOf(row).forEach(({ look, change, of }, k, all) => {
      if (!change) return;
      const at = y + (k - (all.length - 1) / 2) * 9;
      const about = `${nameOf(row)}, ${look.name.toLowerCase()} (${of}): ${shortNumber(change.mean)}, ${shortNumber(change.low)} to ${shortNumber(change.high)}`;
      const stroke: Role = look.marker.role;
      marks.push(
        line(
          [
            [axis.at(change.low), at],
            [axis.at(change.high), at],
          ],
          { stroke, strokeWidth: 1.5, about },
        ),
        marker(look.marker, [axis.at(change.mean), at], about),
      );
    });
  });
  return { width, height: bottom + 36, marks };
}
