import type { ReservoirTask } from '~/core/reservoir/index.ts';
import { decimal } from '~/ui/kit/index.ts';
import { shapeOf, widened, type Banded } from './curve-points.ts';

interface Props {
  readonly task: ReservoirTask;
  readonly curve: readonly Banded[];
  /** Of the null circuits; empty where none are shown. */
  readonly nulls: readonly Banded[];
  readonly end: number;
  /** The radius that is spoken of. */
  readonly chosen: number;
}

const width = 300;
const height = 120;
const ranges = { r2: [0, 4], nrmse: [0, 1], accuracy: [0.5, 1] } as const;

/**
 * A score over spectral radius: the mean over inputs as a line, lowest to highest as a band; behind it, in grey, the band of
 * the null circuits with their mean. It stands as a table for screen readers.
 */
export function CurveFigure({ task, curve, nulls, end, chosen }: Props) {
  const range = widened(ranges[task.score.of], curve, nulls);
  const box = { width, height, end, ...range };
  const shape = shapeOf(curve, box);
  const behind = shapeOf(nulls, box);
  const ticks = [0, 0.5, 1, 1.5, 2].filter((tick) => tick <= end);
  const nullAt = (value: number) => nulls.find((band) => band.value === value);
  return (
    <figure className="min-w-0" data-testid="function-curve" data-points={curve.length}>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-12 text-ink-3">
        <div className="figures flex flex-col justify-between text-right" aria-hidden>
          <span>{decimal(range.top, 1)}</span>
          <span>{decimal(range.bottom, 1)}</span>
        </div>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          className="h-40 w-full overflow-visible"
          aria-hidden
        >
          <path d={`M0 0V${height}H${width}`} className="fill-none stroke-line" {...thin} />
          {ticks.slice(1).map((tick) => (
            <path
              key={tick}
              d={`M${(width * tick) / end} 0V${height}`}
              className="stroke-line"
              strokeDasharray={tick === 1 ? undefined : '2 4'}
              {...thin}
            />
          ))}
          <path d={behind.band} className="fill-ink-3" fillOpacity={0.25} data-testid="null-band" />
          <path
            d={behind.line}
            className="fill-none stroke-ink-3"
            strokeDasharray="4 3"
            strokeWidth={1.5}
            {...thin}
          />
          {nulls.length > 0 && (
            <path
              d={`M${(width * chosen) / end} 0V${height}`}
              className="stroke-line-strong"
              {...thin}
            />
          )}
          <path d={shape.band} className="fill-accent" fillOpacity={0.2} />
          <path d={shape.line} className="fill-none stroke-accent" strokeWidth={2} {...thin} />
          {shape.places.map(({ x, y, value }) => (
            <path
              key={value}
              d={`M${x} ${y}h0.01`}
              className="stroke-accent"
              strokeWidth={5}
              strokeLinecap="round"
              {...thin}
            />
          ))}
        </svg>
        <span />
        <div className="figures flex justify-between" aria-hidden>
          {ticks.map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </div>
      </div>
      <figcaption className="text-center text-12 text-ink-3">spectral radius</figcaption>
      <table className="sr-only">
        <caption>{`${task.score.name} over spectral radius, beside random circuits`}</caption>
        <tbody>
          {shape.places.map(({ value, mean }) => {
            const beside = nullAt(value);
            return (
              <tr key={value}>
                <th scope="row">{value}</th>
                <td>{decimal(mean)}</td>
                <td>
                  {beside &&
                    `random circuits ${decimal(beside.mean)}, ${decimal(beside.low)} to ${decimal(beside.high)}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </figure>
  );
}

const thin = { vectorEffect: 'non-scaling-stroke' } as const;
