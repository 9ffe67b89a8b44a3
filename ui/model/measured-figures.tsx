import {
  directionsPlots,
  directionsWords,
  functionPlot,
  functionStructurePlot,
  functionWords,
  orderCostsPlot,
  ordersPlot,
  ordersWords,
} from '~/core/report/index.ts';
import type { ModelReport } from '~/core/contracts/index.ts';
import { PlotFigure } from './plot-figure.tsx';
import { Verdict } from './verdict.tsx';

/** What the report measures by decoding the model: directions, circuits to order, function; as far as it was measured. */
export function MeasuredFigures({ report, model }: { report: ModelReport; model: string }) {
  const { directions, orders } = report;
  return (
    <>
      {directionsPlots(directions).map((plot) => (
        <PlotFigure key={plot.id} plot={plot} model={model}>
          {directions && plot.id === 'directions-purified' && (
            <Verdict sentences={directionsWords(directions)} />
          )}
        </PlotFigure>
      ))}
      {orders && (
        <>
          <PlotFigure plot={ordersPlot(orders)} model={model}>
            <Verdict sentences={ordersWords(orders)} />
          </PlotFigure>
          <PlotFigure plot={orderCostsPlot(orders)} model={model} />
        </>
      )}
      {report.function && (
        <>
          <PlotFigure plot={functionPlot(report.function)} model={model}>
            <Verdict sentences={functionWords(report.function)} />
          </PlotFigure>
          <PlotFigure plot={functionStructurePlot(report.function)} model={model} />
        </>
      )}
    </>
  );
}
