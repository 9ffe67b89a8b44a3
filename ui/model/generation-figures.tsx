import { ratioPlot, shortNumber, verdictWords } from '~/core/report/index.ts';
import type { GenerationReport } from '~/core/contracts/index.ts';
import { Stat, Stats } from '~/ui/kit/index.ts';
import { PlotFigure } from './plot-figure.tsx';
import { Verdict } from './verdict.tsx';

/** Generated circuits against held-out ones beside every null, and whether they are valid, unique and novel. */
export function GenerationFigures({ found, model }: { found: GenerationReport; model: string }) {
  const { valid, unique, novel } = found.identity;
  const percent = (share: number) => shortNumber(Math.round(share * 1000) / 10);
  return (
    <PlotFigure plot={ratioPlot(found)} model={model}>
      <Verdict sentences={verdictWords(found)} />
      <div className="mt-3">
        <Stats>
          <Stat label="Valid" value={percent(valid)} unit="%" note="connections enough" />
          <Stat label="Unique" value={percent(unique)} unit="%" note="among themselves" />
          <Stat label="Novel" value={percent(novel)} unit="%" note="beside training circuits" />
        </Stats>
      </div>
    </PlotFigure>
  );
}
