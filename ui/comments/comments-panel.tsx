'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import type { CommentScope, CommentTarget, ThreadList as Threads } from '~/core/contracts/index.ts';
import { Button, classNames, ScrollArea, Segments, Skeleton } from '~/ui/kit/index.ts';
import { Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { NewThread, type TargetChoice } from './new-thread.tsx';
import { ThreadList } from './thread-list.tsx';
import { ThreadView } from './thread-view.tsx';

type Props = {
  scope: CommentScope;
  /** A thread's id, `new`, or nothing. */
  opened: string | null;
  onOpen: (opened: string | null) => void;
  choices: readonly TargetChoice[];
  fill?: boolean;
  wayTo?: (target: CommentTarget) => (() => void) | null;
  /** More tools, at the right of the heading line. */
  children?: ReactNode;
};

/** Threads beside the one that is open; where it is narrow, one or the other. */
export function CommentsPanel(props: Props) {
  const list = useQuery(useTRPC().comment.threads.queryOptions({ scope: props.scope }));
  return (
    <Loaded query={list} waiting={<Skeleton className="h-24" />}>
      {(found) => <Listed {...props} list={found} />}
    </Loaded>
  );
}

const states = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
] as const;

function Listed({
  list,
  opened,
  onOpen,
  choices,
  fill = false,
  wayTo,
  children,
}: Props & { list: Threads }) {
  const [state, setState] = useState<'open' | 'resolved'>('open');
  const threads = useMemo(
    () => list.threads.filter(({ resolved }) => (resolved !== null) === (state === 'resolved')),
    [list.threads, state],
  );
  const back = () => onOpen(null);
  return (
    <div
      className={classNames('@container flex min-w-0 flex-col', fill && 'size-full min-h-0')}
      data-testid="comments"
    >
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 pb-1">
        <Segments label="Threads shown" value={state} options={states} onChange={setState} />
        {list.maySpeak && choices.length > 0 && (
          <Button size="small" disabled={opened === 'new'} onClick={() => onOpen('new')}>
            New thread
          </Button>
        )}
        <span className="flex-1" />
        {children}
      </div>
      <div
        className={classNames(
          'grid min-w-0 gap-x-4 @2xl:grid-cols-[15rem_minmax(0,1fr)]',
          fill && 'min-h-0 flex-1 grid-rows-[minmax(0,1fr)]',
        )}
      >
        <ScrollArea
          label="Threads"
          className={classNames('min-h-0', opened !== null && 'hidden @2xl:block')}
        >
          {threads.length === 0 ? (
            <p className="py-1 text-13 text-ink-3">
              {state === 'open' ? emptyWords(list.maySpeak) : 'No thread is resolved.'}
            </p>
          ) : (
            <ThreadList threads={threads} opened={opened} onOpen={onOpen} />
          )}
        </ScrollArea>
        {opened !== null && (
          <div className={classNames('flex min-w-0 flex-col', fill && 'min-h-0')}>
            <Button
              size="small"
              variant="quiet"
              className="mb-1 self-start @2xl:hidden"
              onClick={back}
            >
              All threads
            </Button>
            {opened === 'new' ? (
              <NewThread labId={list.labId} choices={choices} onBegun={onOpen} onCancel={back} />
            ) : (
              <ThreadView
                key={opened}
                threadId={opened}
                fill={fill}
                {...(wayTo ? { wayTo } : {})}
              />
            )}
          </div>
        )}
      </div>
    </div>
  );
}

const emptyWords = (maySpeak: boolean) =>
  maySpeak ? 'No open thread. Begin one.' : 'No open thread.';
