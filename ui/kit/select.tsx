'use client';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field, inputLook } from './field.tsx';

export type Option<Value extends string = string> = { value: Value; label: string };

type Props<Value extends string> = {
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
} & Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'>;

/** The platform's own select: the phone and the screen reader know it. Give it `aria-label` or use SelectField. */
export function Select<Value extends string>({
  value,
  options,
  onChange,
  className,
  ...rest
}: Props<Value>) {
  return (
    <span className={classNames('relative inline-flex min-w-0', className)}>
      <select
        {...rest}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={classNames(inputLook, 'h-8 appearance-none truncate pr-7')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <svg
        aria-hidden
        viewBox="0 0 12 12"
        className="pointer-events-none absolute right-2 top-1/2 size-3 -translate-y-1/2 text-ink-3"
      >
        <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
    </span>
  );
}

/** A select with its label. */
export function SelectField<Value extends string>({
  label,
  hint,
  error,
  className,
  ...select
}: Props<Value> & { label: ReactNode; hint?: ReactNode; error?: string | null }) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wiring) => <Select {...select} {...wiring} />}
    </Field>
  );
}
