'use client';
import { useEffect, useRef } from 'react';
import { Section } from '~/ui/kit/index.ts';
import type { LogLine } from './run-record.ts';

const tones = { info: '', warning: 'text-warn', error: 'text-danger' } as const;

/** The worker's log; it follows the end unless the person has scrolled up. */
export function RunLog({ lines }: { lines: readonly LogLine[] }) {
  const box = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines]);
  return (
    <Section title="Log">
      <ol
        ref={box}
        aria-label="Log of the worker"
        // A scrolling region has to be reachable by keyboard.
        tabIndex={0}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          atEnd.current = scrollHeight - scrollTop - clientHeight < 16;
        }}
        className="figures h-48 overflow-y-auto rounded border border-line bg-surface-2 p-2 text-12"
      >
        {lines.length === 0 && <li className="text-ink-3">Nothing said yet.</li>}
        {lines.map((line) => (
          <li key={line.index} className={`[overflow-wrap:anywhere] ${tones[line.level]}`}>
            <span className="text-ink-3">{line.at.slice(11, 19)}</span> {line.text}
          </li>
        ))}
      </ol>
    </Section>
  );
}
