import type { ChangeKind, Verdict } from '~/core/contracts/index.ts';

type Props = {
  change: ChangeKind;
  mean: number;
  low: number;
  high: number;
  threshold: number;
  verdict: Verdict;
  /** Where the axis ends, either way. */
  end: number;
};

const strokes = {
  supported: 'stroke-ok',
  contradicted: 'stroke-danger',
  undecided: 'stroke-warn',
} as const;

/** Where the statement says the change lies, shaded, and the interval that was measured. */
export function StatementBar({ change, mean, low, high, threshold, verdict, end }: Props) {
  const [from, to] = {
    rises: [threshold, end],
    falls: [-end, -threshold],
    stays: [-threshold, threshold],
  }[change] as [number, number];
  return (
    <svg
      aria-hidden
      viewBox={`${-end} 0 ${2 * end} 12`}
      preserveAspectRatio="none"
      className="block h-3 w-full"
    >
      <rect x={from} y={0} width={to - from} height={12} className="fill-surface-3" />
      <path d="M0 0V12" className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      <path
        d={`M${low} 6H${high}`}
        className={strokes[verdict]}
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${mean} 6h0.001`}
        className={strokes[verdict]}
        strokeWidth={6}
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
