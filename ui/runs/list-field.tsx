'use client';
import { useState, type ReactNode } from 'react';
import { TextField } from '~/ui/kit/index.ts';

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  values: readonly number[];
  onChange: (values: number[]) => void;
  /** whether no number at all is an answer too */
  mayBeEmpty?: boolean;
  className?: string;
};

/** The numbers in a text, separated by commas or blanks; null when something is not a number, or nothing is there. */
export function parseNumbers(text: string, mayBeEmpty = false): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  return (mayBeEmpty || parts.length > 0) && numbers.every((value) => Number.isFinite(value))
    ? numbers
    : null;
}

/** A short list of numbers as one line of text. */
export function ListField({ label, hint, values, onChange, mayBeEmpty, className }: Props) {
  const [text, setText] = useState<string | null>(null);
  const wrong = text !== null && parseNumbers(text, mayBeEmpty) === null;
  return (
    <TextField
      label={label}
      hint={hint}
      error={wrong ? `Numbers separated by commas${mayBeEmpty ? '' : ', at least one'}.` : null}
      value={text ?? values.join(', ')}
      {...(className ? { className } : {})}
      onChange={(event) => {
        setText(event.target.value);
        const numbers = parseNumbers(event.target.value, mayBeEmpty);
        if (numbers) onChange(numbers);
      }}
      onBlur={() => {
        if (!wrong) setText(null);
      }}
    />
  );
}
