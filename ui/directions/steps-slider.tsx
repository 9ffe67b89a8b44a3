import { reach } from './steering.ts';

type Props = { name: string; amount: number; text: string; onChange: (amount: number) => void };

// Written out: classes are found in the text of this file.
const look =
  'absolute inset-0 m-0 size-full cursor-pointer appearance-none rounded bg-transparent ' +
  '[&::-webkit-slider-thumb]:size-3.5 [&::-webkit-slider-thumb]:appearance-none ' +
  '[&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-accent ' +
  '[&::-moz-range-thumb]:size-3.5 [&::-moz-range-thumb]:border-0 ' +
  '[&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:bg-accent';

/** Steps along a direction: the middle is where one stood. Arrow keys, Page and Home, End; a double click takes it back. */
export function StepsSlider({ name, amount, text, onChange }: Props) {
  return (
    <div className="relative h-6 w-full">
      {/* as far from either end as half the thumb, so that the bar ends in its middle */}
      <svg
        aria-hidden
        className="absolute inset-x-[7px] top-0 h-full w-[calc(100%-14px)] overflow-visible"
      >
        <line x1="0%" x2="100%" y1="50%" y2="50%" className="stroke-line-strong" />
        <line x1="50%" x2="50%" y1="30%" y2="70%" className="stroke-line-strong" />
        <line
          x1="50%"
          x2={`${50 + (50 * amount) / reach}%`}
          y1="50%"
          y2="50%"
          className="stroke-accent"
          strokeWidth={3}
        />
      </svg>
      <input
        type="range"
        min={-reach}
        max={reach}
        step={0.05}
        value={amount}
        aria-label={`${name}, steps`}
        aria-valuetext={`${text} steps`}
        onChange={({ target }) => onChange(target.valueAsNumber)}
        onDoubleClick={() => onChange(0)}
        className={look}
      />
    </div>
  );
}
