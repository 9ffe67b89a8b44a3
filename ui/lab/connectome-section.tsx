'use client';
import { useQuery } from '@tanstack/react-query';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Badge, ButtonLink, count, EmptyState, Section } from '~/ui/kit/index.ts';
import { labHref, Loaded, mayEdit } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { ConnectomePicture } from './connectome-picture.tsx';
import { ItemList, ItemRow, RowsWaiting } from './item-row.tsx';

export function ConnectomeSection({ lab }: { lab: LabSummary }) {
  const query = useQuery(useTRPC().connectome.list.queryOptions({ labId: lab.id }));
  const add = <ButtonLink href={labHref(lab.slug, 'import')}>Import a connectome</ButtonLink>;
  const some = (query.data?.length ?? lab.counts.connectomes) > 0;
  return (
    <Section title="Connectomes" action={some && mayEdit(lab) && add}>
      <Loaded query={query} waiting={<RowsWaiting rows={lab.counts.connectomes} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="No connectome yet" action={mayEdit(lab) && add}>
              Two tables, neurons and connections, are enough.
            </EmptyState>
          ) : (
            <ItemList label="Connectomes">
              {rows.map((row) => (
                <ItemRow
                  key={row.id}
                  href={labHref(lab.slug, 'connectomes', row.id)}
                  picture={<ConnectomePicture connectomeId={row.id} />}
                  title={row.name}
                  state={row.isModel && <Badge>model, not data</Badge>}
                  about={`${count(row.neurons)} neurons, ${count(row.connections)} connections${row.hasPositions ? '' : ', no positions'}`}
                />
              ))}
            </ItemList>
          )
        }
      </Loaded>
    </Section>
  );
}
