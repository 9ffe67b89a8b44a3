'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LabSummary, ViewSummary } from '~/core/contracts/index.ts';
import { Button, EmptyState, Segments, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, PageFrame, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { DeleteViewDialog } from './delete-view-dialog.tsx';
import { DescribeViewDialog } from './describe-view-dialog.tsx';
import { ViewRow } from './view-row.tsx';

type Whose = 'all' | 'mine';
const whose = [
  { value: 'all', label: 'The lab’s' },
  { value: 'mine', label: 'Mine' },
] as const;

/** Views of a lab, newest first. */
export function ViewListPage({ slug }: { slug: string }) {
  const lab = useLab(slug);
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: 'Views' },
      ]}
      title="Views"
      lead="What somebody saw on a map, to be opened again under a short link"
    >
      <Loaded query={lab} waiting={<Skeleton className="h-96" />}>
        {(found) => <Views lab={found} />}
      </Loaded>
    </PageFrame>
  );
}

function Views({ lab }: { lab: LabSummary }) {
  const [which, setWhich] = useState<Whose>('all');
  const [changing, setChanging] = useState<ViewSummary | null>(null);
  const [deleting, setDeleting] = useState<ViewSummary | null>(null);
  const query = useInfiniteQuery(
    useTRPC().view.list.infiniteQueryOptions(
      { labId: lab.id, mine: which === 'mine' },
      { getNextPageParam: ({ next }) => next },
    ),
  );
  return (
    <div className="flex flex-col gap-3">
      <Segments
        label="Whose"
        value={which}
        options={whose}
        onChange={setWhich}
        className="self-start"
      />
      <Loaded query={query} waiting={<Skeleton className="h-96" />}>
        {({ pages }) => {
          const views = pages.flatMap((page) => page.views);
          return views.length === 0 ? (
            <NoViews which={which} />
          ) : (
            <ul aria-label="Views" className="divide-y divide-line border-t border-line">
              {views.map((view) => (
                <ViewRow
                  key={view.code}
                  view={view}
                  onDescribe={() => setChanging(view)}
                  onDelete={() => setDeleting(view)}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button
          size="small"
          className="self-start"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
      {changing && <DescribeViewDialog view={changing} onClose={() => setChanging(null)} />}
      {deleting && <DeleteViewDialog view={deleting} onClose={() => setDeleting(null)} />}
    </div>
  );
}

function NoViews({ which }: { which: Whose }) {
  return (
    <EmptyState title={which === 'mine' ? 'You have saved no view here' : 'No view yet'}>
      In a room of this lab, “Save view” keeps the place, the individual, the selection and the
      values shown.
    </EmptyState>
  );
}
