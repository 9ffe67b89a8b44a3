import { ScrollArea, Section } from '~/ui/kit/index.ts';
import type { LogLine } from './run-record.ts';

const tones = { info: '', warning: 'text-warn', error: 'text-danger' } as const;

/** The worker's log; it follows the end unless the person has scrolled up. */
export function RunLog({ lines }: { lines: readonly LogLine[] }) {
  return (
    <Section title="Log">
      <ScrollArea
        label="Log of the worker"
        followEnd={lines}
        className="h-48 rounded border border-line bg-surface-2 p-2"
      >
        <ol className="figures text-12">
          {lines.length === 0 && <li className="text-ink-3">Nothing said yet.</li>}
          {lines.map((line) => (
            <li key={line.index} className={`[overflow-wrap:anywhere] ${tones[line.level]}`}>
              <span className="text-ink-3">{line.at.slice(11, 19)}</span> {line.text}
            </li>
          ))}
        </ol>
      </ScrollArea>
    </Section>
  );
}
