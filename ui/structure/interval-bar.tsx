import { interval } from './interval.ts';

type Props = {
  value: number | null;
  other: number | null;
  mean: number;
  sd: number;
  low: number;
  high: number;
};

/** The band and its mean, the value as a dot, the circuit compared with as a stroke. */
export function IntervalBar({ value, other, mean, sd, low, high }: Props) {
  const mine = interval(value, mean, sd, low, high);
  const theirs = interval(other, mean, sd);
  return (
    <svg
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      className="h-3 w-full overflow-visible"
      aria-hidden
    >
      <path d="M0 6H100" className="stroke-line" vectorEffect="non-scaling-stroke" />
      <rect
        x={mine.from}
        y={3}
        width={mine.to - mine.from}
        height={6}
        className="fill-surface-3 stroke-line-strong"
        vectorEffect="non-scaling-stroke"
      />
      <path d="M50 3V9" className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      {theirs.value !== null && (
        <path
          d={`M${theirs.value} 1V11`}
          className="stroke-ink"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      )}
      {mine.value !== null && (
        <path
          d={`M${mine.value} 6h0.01`}
          className={mine.beyond ? 'stroke-danger' : 'stroke-accent'}
          strokeWidth={8}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
