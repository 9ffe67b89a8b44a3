'use client';
import { useQuery } from '@tanstack/react-query';
import type { LabSummary } from '~/core/contracts/index.ts';
import { ButtonLink, EmptyState, Section } from '~/ui/kit/index.ts';
import { labHref, Loaded, mayEdit } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { ItemList, RowsWaiting } from './item-row.tsx';
import { RunRow } from './run-row.tsx';

export function RunSection({ lab }: { lab: LabSummary }) {
  const query = useQuery(useTRPC().run.list.queryOptions({ labId: lab.id }));
  const train = lab.counts.connectomes > 0 && mayEdit(lab) && (
    <ButtonLink href={labHref(lab.slug, 'runs', 'new')}>New run</ButtonLink>
  );
  return (
    <Section title="Runs" action={(query.data?.length ?? lab.counts.runs) > 0 && train}>
      <Loaded query={query} waiting={<RowsWaiting rows={lab.counts.runs} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="No run yet" action={train}>
              A run samples circuits from a connectome and trains a model on a worker.
            </EmptyState>
          ) : (
            <ItemList label="Runs">
              {rows.map((run) => (
                <RunRow key={run.id} run={run} href={labHref(lab.slug, 'runs', run.id)} />
              ))}
            </ItemList>
          )
        }
      </Loaded>
    </Section>
  );
}
