'use client';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export const inputLook =
  'w-full min-w-0 rounded border border-line-strong bg-surface px-2 text-14 text-ink ' +
  'disabled:opacity-60 aria-invalid:border-danger';

type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean };

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  className?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
};

/** Label, control, hint and error, wired by id. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="text-13 font-medium text-ink-2">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': Boolean(error),
      })}
      {note && (
        <p
          id={`${id}-note`}
          className={classNames('text-12', error ? 'text-danger' : 'text-ink-3')}
          role={error ? 'alert' : undefined}
        >
          {note}
        </p>
      )}
    </div>
  );
}

type Common = Pick<FieldProps, 'label' | 'hint' | 'error'> & { className?: string };

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  className,
  ...input
}: Common & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wiring) => <input {...input} {...wiring} className={classNames(inputLook, 'h-8')} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  className,
  ...input
}: Common & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wiring) => (
        <textarea {...input} {...wiring} className={classNames(inputLook, 'min-h-16 py-1')} />
      )}
    </Field>
  );
}
