import type { StructureRow } from '../contracts/measurement.ts';
import { nullModelOf } from '../nulls/index.ts';
import type { Plot } from '../report/plot.ts';
import { drawDots, type DotPlot } from './dot-plot.ts';
import { lookOf, metricName } from './names.ts';

const edge = 12; // standard deviations; what is further is drawn there

/** Mean z-scores of the metrics of test circuits among draws of their nulls. */
export function structurePlot(rows: readonly StructureRow[]): Plot {
  const nulls = [...new Set(rows.map((row) => row.null))];
  const metrics = [...new Set(rows.map((row) => row.metric))];
  const of = rows.filter(({ fold }) => fold === 'test');
  const dots: DotPlot = {
    kinds: nulls.map((id, k) => ({ name: nullModelOf(id).name, marker: lookOf(k) })),
    rows: metrics.map((metric) => ({
      name: metricName(metric),
      dots: of
        .filter((row) => row.metric === metric)
        .map(({ null: id, zMean, zSd }) => ({
          kind: nulls.indexOf(id),
          value: zMean,
          low: zMean === null || zSd === null ? null : zMean - zSd,
          high: zMean === null || zSd === null ? null : zMean + zSd,
        })),
    })),
    domain: [-2, 2],
    limits: [-edge, edge],
    label: 'standard deviations of the null',
  };
  return {
    id: 'structure-beside-nulls',
    title: 'Structure beside its nulls',
    about: `Each metric of a test circuit among the draws of its null: z-scores, their mean and one standard deviation over circuits; beyond ${edge} drawn at the edge. No mark: the null fixes the metric, or it is not defined. All folds stand in the table.`,
    table: {
      columns: [
        ...[
          'metric',
          'null',
          'fold',
          'circuits',
          'mean',
          'sd',
          'null mean',
          'null low',
          'null high',
        ],
        ...['z, mean', 'z, sd', 'share outside 95 %'],
      ],
      rows: rows.map((row) => [
        ...[metricName(row.metric), nullModelOf(row.null).name, row.fold, row.defined],
        ...[row.mean, row.sd, row.nullMean, row.low, row.high, row.zMean, row.zSd, row.outside95],
      ]),
    },
    draw: (width) => drawDots(dots, width),
  };
}
