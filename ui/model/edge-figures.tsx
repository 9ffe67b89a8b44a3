import { edgePlot } from '~/core/report/index.ts';
import type { ModelFigures } from '~/core/contracts/index.ts';
import { decimal, Stat, Stats } from '~/ui/kit/index.ts';
import { PlotFigure } from './plot-figure.tsx';

/** Prediction of single edges on the test fold, beside both baselines; AUC never without AP. */
export function EdgeFigures({ figures, model }: { figures: ModelFigures; model: string }) {
  const { bits } = figures;
  return (
    <PlotFigure plot={edgePlot(figures)} model={model}>
      <div className="mt-3">
        <Stats>
          <Stat label="Rate of z" value={decimal(bits.z, 1)} unit="bits" />
          <Stat label="Rate of u" value={decimal(bits.u, 1)} unit="bits" />
          <Stat
            label="Export error"
            value={figures.onnxMaxError.toExponential(1)}
            note="largest, ONNX against JAX"
          />
        </Stats>
      </div>
    </PlotFigure>
  );
}
