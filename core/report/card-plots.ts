import type { ModelFigures } from '../contracts/model.ts';
import type { Folds } from '../contracts/sampling.ts';
import { codePlot } from './code-plot.ts';
import { edgePlot } from './edge-plot.ts';
import { metricPlot } from './metric-plot.ts';
import type { Plot } from './plot.ts';
import { priorPlot } from './prior-plot.ts';
import { ratioPlot } from './ratio-plot.ts';
import { shapePlot } from './shape-plot.ts';

/** Every plot of one model's figures, in the order of a card; fewer where the model has no report yet. */
export function cardPlots(figures: ModelFigures, folds: Folds): Plot[] {
  const { report } = figures;
  return [
    edgePlot(figures),
    metricPlot(figures),
    priorPlot(figures, folds),
    ...(report
      ? [ratioPlot(report.generation), shapePlot(report.generation), codePlot(report.code)]
      : []),
  ];
}
