type Props = { label: string; value: number | null; text?: string };

/** Progress from 0 to 1; null: under way, no share known. */
export function Progress({ label, value, text }: Props) {
  const share = value === null ? null : Math.min(1, Math.max(0, value));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      aria-valuetext={text}
      className="h-1.5 w-full overflow-hidden rounded-full bg-surface-3"
    >
      <svg width="100%" height="100%" aria-hidden className="block">
        <rect
          width={share === null ? '30%' : `${share * 100}%`}
          height="100%"
          className={share === null ? 'pulse fill-accent' : 'fill-accent'}
        />
      </svg>
    </div>
  );
}
