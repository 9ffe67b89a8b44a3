'use client';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { CommentTarget, ThreadDetail } from '~/core/contracts/index.ts';
import { classNames, dateTime, ScrollArea, Skeleton } from '~/ui/kit/index.ts';
import { Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';
import { ThreadActions } from './thread-actions.tsx';
import { useCommentDeeds } from './use-comment-deeds.ts';
import { useReadHere } from './use-read-here.ts';

type Props = {
  threadId: string;
  /** In a place of fixed height the comments scroll and the field stays below them. */
  fill: boolean;
  /** Goes where the thread is on the map; null where there is no way. */
  wayTo?: (target: CommentTarget) => (() => void) | null;
};

/** A thread: its comments, oldest first, and the field for the next. */
export const ThreadView = memo(function ThreadView({ threadId, fill, wayTo }: Props) {
  const query = useQuery(useTRPC().comment.thread.queryOptions({ threadId }));
  return (
    <Loaded query={query} waiting={<Skeleton className="h-24" />}>
      {(thread) => <Opened thread={thread} fill={fill} onGo={wayTo?.(thread.target) ?? null} />}
    </Loaded>
  );
});

type OpenedProps = { thread: ThreadDetail; fill: boolean; onGo: (() => void) | null };

function Opened({ thread, fill, onGo }: OpenedProps) {
  const { id: threadId, labId, maySpeak, mayModerate, resolved, all } = thread;
  const { reply } = useCommentDeeds();
  useReadHere(threadId, all.length);
  const comments = (
    <ol aria-label="Comments" className="flex max-w-prose flex-col gap-2 text-13">
      {all.map((comment) => (
        <li key={comment.id}>
          <CommentItem
            labId={labId}
            comment={comment}
            maySpeak={maySpeak}
            mayModerate={mayModerate}
          />
        </li>
      ))}
    </ol>
  );
  return (
    <div
      className={classNames('flex min-w-0 flex-col gap-2', fill && 'min-h-0 flex-1')}
      data-testid="opened-thread"
    >
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 text-12 text-ink-3 [overflow-wrap:anywhere]">
          {`On ${thread.about}`}
          {resolved && `. Resolved by ${resolved.by}, ${dateTime(resolved.at)} UTC`}
        </p>
        <ThreadActions thread={thread} onGo={onGo} />
      </div>
      {fill ? (
        <ScrollArea
          label="Comments of the thread"
          className="min-h-16 flex-1"
          followEnd={all.length}
        >
          {comments}
        </ScrollArea>
      ) : (
        comments
      )}
      {maySpeak && (
        <CommentForm
          key={threadId}
          labId={labId}
          label="Reply"
          action="Write"
          busy={reply.isPending}
          onWrite={(text) => reply.mutateAsync({ threadId, text })}
        />
      )}
    </div>
  );
}
