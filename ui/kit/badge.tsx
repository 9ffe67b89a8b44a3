import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Tone = 'plain' | 'accent' | 'ok' | 'warn' | 'danger';
const tones: Record<Tone, string> = {
  plain: 'border-line text-ink-2',
  accent: 'border-accent text-accent',
  ok: 'border-ok text-ok',
  warn: 'border-warn text-warn',
  danger: 'border-danger text-danger',
};

/** One word about a state. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 shrink-0 items-center whitespace-nowrap rounded border px-1.5 text-12',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
