import { count, decimal } from './number.ts';

type Data = { from: number; step: number; counts: readonly number[] };
type Props = { data: Data; label: string; unit?: string };

const width = 320;
const height = 96;

/** A histogram as SVG; its bars carry a title, and a sentence tells the same to screen readers. */
export function Histogram({ data, label, unit = '' }: Props) {
  const top = Math.max(1, ...data.counts);
  const bar = width / Math.max(1, data.counts.length);
  const end = data.from + data.step * data.counts.length;
  const total = data.counts.reduce((sum, value) => sum + value, 0);
  const places = Number.isInteger(data.from) && Number.isInteger(data.step) ? 0 : 2;
  return (
    <figure className="min-w-0">
      <figcaption className="flex justify-between text-12 text-ink-2">
        <span>{label}</span>
        <span className="text-ink-3">
          highest bar <span className="figures">{count(top)}</span>
        </span>
      </figcaption>
      <svg
        role="img"
        aria-label={`${label}: ${count(total)} values from ${decimal(data.from, places)} to ${decimal(end, places)}, at most ${count(top)} in a bar`}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="block h-24 w-full border-b border-line-strong"
      >
        {data.counts.map((value, index) => {
          const tall = value === 0 ? 0 : Math.max(1, (value / top) * (height - 2));
          const from = data.from + index * data.step;
          return (
            <rect
              key={from}
              x={index * bar}
              y={height - tall}
              width={Math.max(0.5, bar - 0.5)}
              height={tall}
              className="fill-line-strong hover:fill-accent"
            >
              <title>{`${decimal(from, places)} to ${decimal(from + data.step, places)}${unit}: ${count(value)}`}</title>
            </rect>
          );
        })}
      </svg>
      <div className="figures flex justify-between text-12 text-ink-3">
        <span>{decimal(data.from, places)}</span>
        <span>
          {decimal(end, places)}
          {unit}
        </span>
      </div>
    </figure>
  );
}
