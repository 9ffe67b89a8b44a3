import { memo } from 'react';
import type { ThreadSummary } from '~/core/contracts/index.ts';
import { dateTime } from '~/ui/kit/index.ts';
import { plainLine } from '~/ui/markdown/index.ts';
import { targetWords } from './target-words.ts';

type Props = {
  threads: readonly ThreadSummary[];
  opened: string | null;
  onOpen: (threadId: string) => void;
};

/** Threads, the one with the newest comment first. */
export const ThreadList = memo(function ThreadList({ threads, opened, onOpen }: Props) {
  return (
    <ol aria-label="Threads" className="flex flex-col divide-y divide-line">
      {threads.map((thread) => (
        <li key={thread.id}>
          <button
            type="button"
            data-testid="thread"
            aria-current={thread.id === opened || undefined}
            onClick={() => onOpen(thread.id)}
            className="flex w-full min-w-0 flex-col px-2 py-1 text-left hover:bg-surface-2 aria-[current]:bg-accent-soft"
          >
            <span className="flex min-w-0 items-baseline justify-between gap-2 text-12 text-ink-2">
              <span className="truncate">
                <span className="font-medium">{targetWords(thread.target)}</span>
                {`, ${thread.first.by.name}`}
              </span>
              <span className="figures shrink-0" title={`${dateTime(thread.lastAt)} UTC`}>
                {thread.comments}
                <span className="sr-only"> comments</span>
              </span>
            </span>
            <span className="block truncate text-13">
              {thread.first.withdrawn
                ? `Withdrawn ${thread.first.withdrawn}.`
                : plainLine(thread.first.text, thread.first.mentions)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
});
