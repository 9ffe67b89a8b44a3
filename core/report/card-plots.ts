import type { ModelFigures } from '../contracts/model.ts';
import type { SamplingRecipe } from '../contracts/sampling.ts';
import { steeredKinds, type DirectionsReport } from '../contracts/steering-report.ts';
import { codePlot } from './code-plot.ts';
import { directionsCurves } from './directions-curves.ts';
import { directionsPlot } from './directions-plot.ts';
import { edgePlot } from './edge-plot.ts';
import { functionPlot } from './function-plot.ts';
import { functionStructurePlot } from './function-structure-plot.ts';
import { metricPlot } from './metric-plot.ts';
import { orderCostsPlot } from './order-costs-plot.ts';
import { ordersPlot } from './orders-plot.ts';
import type { Plot } from './plot.ts';
import { priorPlot } from './prior-plot.ts';
import { ratioPlot } from './ratio-plot.ts';
import { shapePlot } from './shape-plot.ts';
import { sizePlot } from './size-plot.ts';
import { weightsPlot } from './weights-plot.ts';

/** Every plot of one model's figures, in the order of a card; fewer where the model has no report yet, or not all of it. */
export function cardPlots(
  figures: ModelFigures,
  { folds, size }: Pick<SamplingRecipe, 'folds' | 'size'>,
): Plot[] {
  const { report, weights } = figures;
  const sizes = sizePlot(figures, size);
  return [
    edgePlot(figures),
    ...(weights ? [weightsPlot(weights)] : []),
    metricPlot(figures),
    ...(sizes ? [sizes] : []),
    priorPlot(figures, folds),
    ...(report
      ? [ratioPlot(report.generation), shapePlot(report.generation), codePlot(report.code)]
      : []),
    ...directionsPlots(report?.directions),
    ...(report?.orders ? [ordersPlot(report.orders), orderCostsPlot(report.orders)] : []),
    ...(report?.function
      ? [functionPlot(report.function), functionStructurePlot(report.function)]
      : []),
  ];
}

/** What directions do along their sliders, and one plot for each kind of direction that was measured. */
export function directionsPlots(found: DirectionsReport | undefined): Plot[] {
  if (!found) return [];
  const each = steeredKinds.map((kind) => directionsPlot(found, kind));
  return [each[0], directionsCurves(found), ...each.slice(1)].filter((plot) => plot != null);
}
