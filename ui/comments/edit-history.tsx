'use client';
import { useQuery } from '@tanstack/react-query';
import { dateTime, Skeleton } from '~/ui/kit/index.ts';
import { MarkdownText } from '~/ui/markdown/index.ts';
import { Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** What a comment said before, oldest first. */
export function EditHistory({ commentId }: { commentId: string }) {
  const query = useQuery(useTRPC().comment.edits.queryOptions({ commentId }));
  return (
    <Loaded query={query} waiting={<Skeleton className="h-8" />}>
      {(edits) => (
        <ol aria-label="Earlier versions" className="mt-1 flex flex-col gap-1 text-ink-2">
          {edits.map(({ text, mentions, at }, index) => (
            <li key={index} className="border-l border-dashed border-line-strong pl-2">
              <p className="text-12 text-ink-3">{`${dateTime(at)} UTC`}</p>
              <MarkdownText text={text} mentions={mentions} />
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
