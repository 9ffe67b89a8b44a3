'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import Link from 'next/link';
import { useContext } from 'react';
import { count } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { InboxHeard } from './inbox-heard.ts';
import { useInbox } from './use-inbox.ts';

/** The way to the inbox, with how much of it is unread. */
export function InboxLink() {
  const { mine, unread } = useInbox();
  const heard = useContext(InboxHeard);
  if (!mine) return null;
  return (
    <>
      {!heard && <Hearing />}
      <Link
        href="/inbox"
        data-testid="inbox-link"
        className="flex items-center gap-1 whitespace-nowrap rounded px-1.5 py-0.5 text-13 max-sm:px-0.5 text-ink-2 hover:bg-surface-3 hover:text-ink"
      >
        Inbox
        {unread > 0 && (
          <span className="figures rounded-full bg-accent px-1.5 text-12 max-sm:px-1 text-accent-ink">
            {count(unread)}
            <span className="sr-only"> unread</span>
          </span>
        )}
      </Link>
    </>
  );
}

/** Outside of labs a page listens for itself; in a lab its door does. */
function Hearing() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const again = () => void client.invalidateQueries(trpc.inbox.pathFilter());
  useSubscription(trpc.inbox.watch.subscriptionOptions(undefined, { onData: again }));
  return null;
}
