import { decimal, foldLabels, plural } from '~/ui/kit/index.ts';
import { signed } from '~/ui/directions/index.ts';
import type { Along, FoldAlong } from './along-folds.ts';

const [width, height] = [400, 120];
const ticks = [-2, -1, 0, 1, 2];

/** Outlines of the folds over one axis; the figures stand below. */
export function AlongFigure({ along: { from, to, folds } }: { along: Along }) {
  const top = Math.max(...folds.flatMap(({ shares }) => shares));
  const toX = (value: number) => ((value - from) / (to - from)) * width;
  return (
    <figure>
      <svg
        aria-hidden
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="block h-36 w-full border-b border-line-strong"
      >
        {ticks.map((tick) => (
          <path
            key={tick}
            d={`M${toX(tick)} 0V${height}`}
            className="stroke-line"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {folds.map((fold) => (
          <Outline key={fold.fold} fold={fold} top={top} />
        ))}
      </svg>
      <div aria-hidden className="figures relative h-5 text-12 text-ink-3">
        {ticks.map((tick) => (
          <span
            key={tick}
            className="absolute -translate-x-1/2"
            style={{ left: `${Math.min(98, Math.max(2, (100 * (tick - from)) / (to - from)))}%` }}
          >
            {signed(tick, 0)}
          </span>
        ))}
      </div>
      <figcaption className="mt-1">
        <table className="w-full border-collapse text-13">
          <caption className="sr-only">Places of circuits along the direction, in steps</caption>
          <thead>
            <tr className="text-12 text-ink-3">
              <th scope="col" className="text-left font-medium">
                Fold
              </th>
              {['circuits', 'mean', 'sd'].map((head) => (
                <th key={head} scope="col" className="text-right font-normal">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {folds.map(({ fold, circuits, mean, sd }) => (
              <tr key={fold} data-fold={fold}>
                <th scope="row" className="text-left font-normal text-ink-2">
                  <span className="flex items-center gap-1.5">
                    <svg aria-hidden viewBox="0 0 10 10" className="size-2.5">
                      <rect width="10" height="10" rx="2" fill={`var(--fold-${fold})`} />
                    </svg>
                    {foldLabels.find((one) => one.fold === fold)?.label}
                  </span>
                </th>
                <td className="figures text-right">{circuits}</td>
                <td className="figures text-right">{signed(mean, 2)}</td>
                <td className="figures text-right">{decimal(sd, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-1 text-12 text-ink-3">
          {`Shares of ${plural(
            folds.reduce((sum, { circuits }) => sum + circuits, 0),
            'circuit',
          )}. Sliders and effects go from −2 to 2 steps of where they begin.`}
        </p>
      </figcaption>
    </figure>
  );
}

/** Training filled, the others as lines over it. */
function Outline({ fold: { fold, shares }, top }: { fold: FoldAlong; top: number }) {
  const bar = width / shares.length;
  const line = shares.map((share, k) => {
    const y = height - (share / top) * (height - 6);
    return `${k === 0 ? `M0 ${y}` : `V${y}`}H${(k + 1) * bar}`;
  });
  const colour = `var(--fold-${fold})`;
  const filled = fold === 'train';
  return (
    <path
      d={filled ? `${line.join('')}V${height}H0Z` : line.join('')}
      fill={filled ? colour : 'none'}
      fillOpacity={0.35}
      stroke={colour}
      strokeWidth={filled ? 0 : 1.5}
      vectorEffect="non-scaling-stroke"
    />
  );
}
