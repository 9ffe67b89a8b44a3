import { farthest, stepEffect, type TradeOffPoint } from '~/core/directions/index.ts';
import { decimal } from '~/ui/kit/index.ts';

type Props = { points: readonly TradeOffPoint[]; at: number };

const width = 300;
const height = 100;
const thin = { vectorEffect: 'non-scaling-stroke' } as const;

/** Own effect against largest side effect over the ridge, for a step one standard deviation of the data long. */
export function TradeOffFigure({ points, at }: Props) {
  const most = Math.max(...points.map(({ own }) => own));
  const top = Math.max(0.1, ...points.map(({ side }) => side));
  const x = (own: number) => (width * own) / most;
  const y = (side: number) => height - (height * side) / top;
  const line = points
    .map(({ own, side }, k) => `${k ? 'L' : 'M'}${x(own).toFixed(2)} ${y(side).toFixed(2)}`)
    .join('');
  const here = points[at];
  const limit = x(stepEffect / farthest);
  return (
    <figure className="mt-2 min-w-0" data-testid="trade-off">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-12 text-ink-3">
        <div className="figures flex flex-col justify-between text-right" aria-hidden>
          <span>{decimal(top, 1)}</span>
          <span>0.0</span>
        </div>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          className="h-24 w-full overflow-visible"
          aria-hidden
        >
          <path d={`M0 0V${height}H${width}`} className="fill-none stroke-line" {...thin} />
          {limit < width && (
            <path
              d={`M${limit} 0V${height}`}
              className="stroke-warn"
              strokeDasharray="2 4"
              {...thin}
            />
          )}
          <path d={line} className="fill-none stroke-accent" strokeWidth={2} {...thin} />
          {here && (
            <path
              d={`M${x(here.own)} ${y(here.side)}h0.01`}
              className="stroke-ink"
              strokeWidth={8}
              strokeLinecap="round"
              {...thin}
            />
          )}
        </svg>
        <span />
        <div className="figures flex justify-between" aria-hidden>
          <span>0.0</span>
          <span>{decimal(most, 1)}</span>
        </div>
      </div>
      <figcaption className="text-12 text-ink-3">
        {`Across: own effect, up: largest effect on what is held, both for a step one sd of the data long. Left of the dashed line a step is longer than ${farthest} sd.`}
      </figcaption>
      <table className="sr-only">
        <caption>Trade-off over the ridge</caption>
        <tbody>
          {points.map(({ ridge, own, side }) => (
            <tr key={ridge}>
              <th scope="row">{Number(ridge.toPrecision(2))}</th>
              <td>{decimal(own, 2)}</td>
              <td>{decimal(side, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
