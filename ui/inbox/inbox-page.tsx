'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, EmptyState, Skeleton } from '~/ui/kit/index.ts';
import { Loaded, PageFrame, useInbox } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { InboxRow } from './inbox-row.tsx';

/** Mentions of whoever looks, and replies in the threads they watch, newest first. */
export function InboxPage() {
  const { unread, markRead, markAll } = useInbox();
  const query = useInfiniteQuery(
    useTRPC().inbox.list.infiniteQueryOptions({}, { getNextPageParam: ({ next }) => next }),
  );
  return (
    <PageFrame
      crumbs={[{ label: 'Inbox' }]}
      title="Inbox"
      lead="Where you are mentioned, and replies in the threads you watch. Times are UTC."
      action={
        <Button disabled={unread === 0} onClick={markAll}>
          Mark all read
        </Button>
      }
    >
      <Loaded query={query} waiting={<Skeleton className="h-80" />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <EmptyState title="Nothing yet">
              Write a comment on a map, a direction or a run to hear of replies to it, or press
              Watch on a thread.
            </EmptyState>
          ) : (
            <ol aria-label="Inbox" className="max-w-4xl border-t border-line">
              {items.map((item) => (
                <InboxRow key={item.seq} item={item} onRead={() => markRead([item.seq])} />
              ))}
            </ol>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button
          size="small"
          className="mt-2"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </PageFrame>
  );
}
