'use client';
import { useState, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field, inputLook } from './field.tsx';

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number | 'any';
  unit?: string;
  disabled?: boolean;
  className?: string;
};

/** A number with its unit. What is typed stays as typed; only numbers are reported. */
export function NumberField({ label, hint, error, value, onChange, unit, ...rest }: Props) {
  const [typed, setTyped] = useState<{ text: string; value: number } | null>(null);
  const text = typed !== null && Object.is(typed.value, value) ? typed.text : String(value);
  return (
    <Field label={label} hint={hint} error={error} className={rest.className}>
      {(wiring) => (
        <span className="relative flex">
          <input
            {...wiring}
            type="number"
            inputMode="decimal"
            min={rest.min}
            max={rest.max}
            step={rest.step ?? 'any'}
            disabled={rest.disabled}
            className={classNames(inputLook, 'figures h-8', unit && 'pr-10')}
            value={text}
            onChange={(event) => {
              const next = event.target.valueAsNumber;
              setTyped({ text: event.target.value, value: Number.isNaN(next) ? value : next });
              if (!Number.isNaN(next)) onChange(next);
            }}
            onBlur={() => setTyped(null)}
          />
          {unit && (
            <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-12 text-ink-3">
              {unit}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}
