'use client';
import type { ThreadDetail } from '~/core/contracts/index.ts';
import { Button } from '~/ui/kit/index.ts';
import { useCommentDeeds } from './use-comment-deeds.ts';

type Props = { thread: ThreadDetail; onGo: (() => void) | null };

/** Going to where it is, hearing of replies, closing it. */
export function ThreadActions({ thread, onGo }: Props) {
  const { id: threadId, watching, resolved, maySpeak, mayWatch } = thread;
  const { watch, resolve } = useCommentDeeds();
  return (
    <div className="flex flex-wrap gap-1">
      {onGo && (
        <Button size="small" variant="quiet" onClick={onGo}>
          Go there
        </Button>
      )}
      {mayWatch && (
        <Button
          size="small"
          variant="quiet"
          aria-pressed={watching}
          busy={watch.isPending}
          title="Replies to a thread that you watch come into your inbox"
          className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
          onClick={() => watch.mutate({ threadId, watching: !watching })}
        >
          Watch
        </Button>
      )}
      {maySpeak && (
        <Button
          size="small"
          variant="quiet"
          busy={resolve.isPending}
          onClick={() => resolve.mutate({ threadId, resolved: resolved === null })}
        >
          {resolved ? 'Reopen' : 'Resolve'}
        </Button>
      )}
    </div>
  );
}
