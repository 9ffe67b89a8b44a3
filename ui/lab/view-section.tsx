'use client';
import { useQuery } from '@tanstack/react-query';
import type { LabSummary } from '~/core/contracts/index.ts';
import { ButtonLink, dateTime, EmptyState, Section } from '~/ui/kit/index.ts';
import { labHref, Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { viewHref, ViewPicture } from '~/ui/views/index.ts';
import { ItemList, ItemRow, RowsWaiting } from './item-row.tsx';

const shown = 3;

/** The newest views of a lab. */
export function ViewSection({ lab }: { lab: LabSummary }) {
  const query = useQuery(useTRPC().view.list.queryOptions({ labId: lab.id, mine: false }));
  const any = (query.data?.views.length ?? 0) > 0;
  return (
    <Section
      title="Views"
      action={any && <ButtonLink href={labHref(lab.slug, 'views')}>All views</ButtonLink>}
    >
      <Loaded query={query} waiting={<RowsWaiting />}>
        {({ views }) =>
          views.length === 0 ? (
            <EmptyState title="No view yet">
              In a room, “Save view” keeps what is seen under a short link.
            </EmptyState>
          ) : (
            <ItemList label="Newest views">
              {views.slice(0, shown).map((view) => (
                <ItemRow
                  key={view.code}
                  href={viewHref(view.code)}
                  picture={<ViewPicture view={view} className="size-full" />}
                  title={view.title}
                  about={`${view.by.mine ? 'you' : view.by.name}, ${dateTime(view.createdAt)} UTC; ${view.model.name}`}
                />
              ))}
            </ItemList>
          )
        }
      </Loaded>
    </Section>
  );
}
