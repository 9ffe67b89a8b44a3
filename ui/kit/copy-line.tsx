'use client';
import { useState } from 'react';
import { classNames } from './class-names.ts';
import { Button } from './button.tsx';
import { ScrollArea } from './scroll-area.tsx';

type Props = { text: string; label: string; wrap?: boolean };

/** A line of code to take away. `wrap` shows several lines whole. */
export function CopyLine({ text, label, wrap = false }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <div className="flex min-w-0 items-start gap-2 rounded border border-line bg-surface-2 p-1.5">
      <ScrollArea label={label} className={classNames('flex-1 py-1 pl-1', wrap && 'max-h-72')}>
        <pre className={classNames('text-12', wrap && 'whitespace-pre-wrap break-all')}>{text}</pre>
      </ScrollArea>
      <Button size="small" onClick={copy} onBlur={() => setState('idle')}>
        <span aria-live="polite">
          {{ idle: 'Copy', copied: 'Copied', refused: 'Select and copy' }[state]}
        </span>
      </Button>
    </div>
  );
}
