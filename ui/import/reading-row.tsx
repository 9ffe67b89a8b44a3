'use client';
import { useSubscription } from '@trpc/tanstack-react-query';
import type { ReactNode } from 'react';
import type { ImportProgress } from '~/core/contracts/index.ts';
import { Button, Progress } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { readingShare, readingWords } from './reading-words.ts';
import type { Pair } from './upload.ts';

type Props = {
  labId: string;
  pair: Pair;
  label: string;
  reading: boolean;
  onStop: () => void;
  /** shown in the same place while nothing is read */
  children: ReactNode;
};

const start: ImportProgress = { stage: 'waiting', bytes: 0, of: 0, rows: 0 };

/** How far the server has read both tables, and a way to stop it. Its height is the same before, while and after. */
export function ReadingRow({ labId, pair, label, reading, onStop, children }: Props) {
  return (
    <div className="flex min-h-11 items-center gap-4">
      {reading && <Reading labId={labId} pair={pair} label={label} />}
      {reading && (
        <Button size="small" aria-label={`Stop: ${label}`} onClick={onStop}>
          Stop
        </Button>
      )}
      <div role="status" className={reading ? 'sr-only' : 'text-13'}>
        {reading ? label : children}
      </div>
    </div>
  );
}

function Reading({ labId, pair, label }: Pick<Props, 'labId' | 'pair' | 'label'>) {
  const { data } = useSubscription(
    useTRPC().connectome.reading.subscriptionOptions({ labId, ...pair }),
  );
  const progress = data ?? start;
  const words = readingWords(progress);
  return (
    <div className="flex min-w-0 grow flex-col gap-1.5">
      <p className="figures truncate text-12 text-ink-2">{words}</p>
      <Progress label={label} value={readingShare(progress)} text={words} />
    </div>
  );
}
