import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Tone = 'info' | 'warn' | 'danger' | 'ok';
const tones: Record<Tone, string> = {
  info: 'border-line bg-surface-2 text-ink-2',
  warn: 'border-warn bg-warn-soft text-warn',
  danger: 'border-danger bg-danger-soft text-danger',
  ok: 'border-ok bg-ok-soft text-ok',
};

/** A sentence that must be seen; errors are announced. */
export function Notice({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : undefined}
      className={classNames('rounded border px-3 py-2 text-13', tones[tone])}
    >
      {children}
    </div>
  );
}
