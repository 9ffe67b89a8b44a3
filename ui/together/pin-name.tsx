'use client';
import { useEffect, useRef } from 'react';

const maxLength = 80;

/** The name of a pin being typed: Enter or leaving keeps it, Escape keeps the old one. */
export function PinName({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <input
      ref={input}
      aria-label="Name of the pin"
      defaultValue={name}
      maxLength={maxLength}
      onBlur={(event) => onDone(event.target.value.trim() || null)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = name;
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
      }}
      className="m-1 h-8 min-w-0 rounded border border-line-strong bg-surface px-1 text-13"
    />
  );
}
