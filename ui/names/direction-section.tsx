'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { directionKindOf } from '~/core/directions/index.ts';
import { dateTime, decimal, plural, Section, Skeleton, Table } from '~/ui/kit/index.ts';
import { labHref, Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

type Props = { slug: string; modelId: string };

/** The directions kept for a model, each with the way to its page. */
export function DirectionSection({ slug, modelId }: Props) {
  const list = useQuery(useTRPC().direction.list.queryOptions({ modelId }));
  if (list.isError) return null; // a stranger may see the model of an open lab, but not what is said there
  return (
    <Section
      title="Directions"
      note={list.data ? plural(list.data.length, 'direction') + ' kept' : undefined}
    >
      <Loaded query={list} waiting={<Skeleton className="h-20" />}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="max-w-prose text-13 text-ink-2">
              None yet. Find one in a room of this model and keep it for the lab; then it can be
              named, claimed and tested.
            </p>
          ) : (
            <Table
              caption="Directions kept for this model"
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  id: 'title',
                  head: 'Name',
                  cell: ({ id, title }) => (
                    <Link
                      className="underline"
                      href={labHref(slug, 'models', modelId, 'directions', id)}
                    >
                      {title}
                    </Link>
                  ),
                },
                {
                  id: 'kind',
                  head: 'Kind',
                  cell: ({ protocol }) => directionKindOf(protocol.kind).name,
                },
                {
                  id: 'distance',
                  head: 'Step, sd of the data',
                  figures: true,
                  cell: ({ distance }) => decimal(distance, 2),
                },
                {
                  id: 'by',
                  head: 'Kept by',
                  cell: ({ by, createdAt }) => `${by.name}, ${dateTime(createdAt)}`,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
