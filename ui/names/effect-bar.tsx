type Props = {
  mean: number;
  low: number;
  high: number;
  /** Half the width of the null band. */
  bound: number | null;
  /** Where the axis ends, either way. */
  end: number;
};

/** The null band, the interval as a line, the mean as a dot: in the accent where it lies beyond the band. */
export function EffectBar({ mean, low, high, bound, end }: Props) {
  const beyond = bound !== null && Math.abs(mean) > bound;
  return (
    <svg
      aria-hidden
      viewBox={`${-end} 0 ${2 * end} 14`}
      preserveAspectRatio="none"
      className="block h-3.5 w-full overflow-visible"
    >
      {bound !== null && (
        <rect x={-bound} y={1} width={2 * bound} height={12} className="fill-surface-3" />
      )}
      <path d="M0 0V14" className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      <path
        d={`M${low} 7H${high}`}
        className={beyond ? 'stroke-accent' : 'stroke-ink-2'}
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${mean} 7h0.001`}
        className={beyond ? 'stroke-accent' : 'stroke-ink-2'}
        strokeWidth={7}
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
