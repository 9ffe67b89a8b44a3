import { decimal } from './number.ts';

type Props = {
  label: string;
  value: number;
  min?: number;
  max?: number;
  /** Where something to compare with lies: drawn as a tick. */
  mark?: { value: number; label: string };
  places?: number;
};

/** One figure on a scale, with an optional mark beside it. */
export function Meter({ label, value, min = 0, max = 1, mark, places = 2 }: Props) {
  const at = (figure: number) => `${Math.min(1, Math.max(0, (figure - min) / (max - min))) * 100}%`;
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={
        mark ? `${decimal(value, places)}, ${mark.label} ${decimal(mark.value, places)}` : undefined
      }
      className="h-3 w-full min-w-16"
    >
      <svg width="100%" height="12" aria-hidden className="block">
        <rect y="3" width="100%" height="6" rx="1" className="fill-surface-3" />
        <rect y="3" width={at(value)} height="6" rx="1" className="fill-accent" />
        {mark && <rect x={at(mark.value)} y="0" width="2" height="12" className="fill-ink" />}
      </svg>
    </div>
  );
}
