'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { LabEvent, LabSummary } from '~/core/contracts/index.ts';
import { Button, dateTime, Section, Skeleton } from '~/ui/kit/index.ts';
import { Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { eventWords } from './event-words.ts';

/** What happened in the lab, by whom and when, newest first. */
export function EventSection({ lab }: { lab: LabSummary }) {
  const query = useInfiniteQuery(
    useTRPC().lab.events.infiniteQueryOptions(
      { labId: lab.id },
      { getNextPageParam: ({ next }) => next },
    ),
  );
  return (
    <Section title="What happened" note="Written with each change; times are UTC.">
      <Loaded query={query} waiting={<Skeleton className="h-40" />}>
        {({ pages }) => {
          const events = pages.flatMap((page) => page.events);
          return events.length === 0 ? (
            <p className="text-13 text-ink-2">Nothing has happened since this list is kept.</p>
          ) : (
            <ol aria-label="What happened" className="text-13">
              {events.map((event) => (
                <EventRow key={event.seq} event={event} />
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
    </Section>
  );
}

function EventRow({ event }: { event: LabEvent }) {
  return (
    <li className="grid gap-x-4 border-b border-line py-1 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <time dateTime={event.at} className="figures text-12 text-ink-3 sm:leading-5">
        {dateTime(event.at)}
      </time>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="font-medium">{event.who}</span>{' '}
        <span className="text-ink-2">{eventWords(event)}</span>
      </span>
    </li>
  );
}
