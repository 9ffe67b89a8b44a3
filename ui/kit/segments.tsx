'use client';
import type { KeyboardEvent } from 'react';
import { classNames } from './class-names.ts';

type Segment<Value extends string> = { value: Value; label: string; about?: string };

type Props<Value extends string> = {
  label: string;
  value: Value;
  options: readonly Segment<Value>[];
  onChange: (value: Value) => void;
  className?: string;
};

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** One of a few choices, all in sight: Tab reaches the chosen one, arrow keys choose among them. */
export function Segments<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, className } = props;
  const chosen = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  const press = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (at + step + options.length) % options.length;
    const option = options[next];
    if (option) onChange(option.value);
    const button = event.currentTarget.parentElement?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames('inline-flex shrink-0 rounded border border-line', className)}
    >
      {options.map((option, at) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={at === chosen ? 0 : -1}
          title={option.about}
          onClick={() => onChange(option.value)}
          onKeyDown={(event) => press(event, at)}
          className="h-7 px-2 text-13 text-ink-2 first:rounded-l last:rounded-r hover:bg-surface-3 hover:text-ink aria-checked:bg-accent-soft aria-checked:font-medium aria-checked:text-accent"
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
