import { classNames } from './class-names.ts';

type Segment<Value extends string> = { value: Value; label: string; about?: string };

type Props<Value extends string> = {
  label: string;
  value: Value;
  options: readonly Segment<Value>[];
  onChange: (value: Value) => void;
  className?: string;
};

/** One of a few choices, all in sight. */
export function Segments<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, className } = props;
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames('inline-flex shrink-0 rounded border border-line', className)}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          title={option.about}
          onClick={() => onChange(option.value)}
          className="h-7 px-2 text-13 text-ink-2 first:rounded-l last:rounded-r hover:bg-surface-3 hover:text-ink aria-checked:bg-accent-soft aria-checked:font-medium aria-checked:text-accent"
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
