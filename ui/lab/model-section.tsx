'use client';
import { useQuery } from '@tanstack/react-query';
import type { LabSummary } from '~/core/contracts/index.ts';
import { ButtonLink, count, decimal, EmptyState, Section } from '~/ui/kit/index.ts';
import { MapPicture } from '~/ui/model/index.ts';
import { labHref, Loaded, mayEdit } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { ItemList, ItemRow, RowsWaiting } from './item-row.tsx';

export function ModelSection({ lab }: { lab: LabSummary }) {
  const query = useQuery(useTRPC().model.list.queryOptions({ labId: lab.id }));
  const train = lab.counts.connectomes > 0 && mayEdit(lab) && (
    <ButtonLink href={labHref(lab.slug, 'runs', 'new')}>Train a model</ButtonLink>
  );
  return (
    <Section title="Models" action={(query.data?.length ?? lab.counts.models) > 0 && train}>
      <Loaded query={query} waiting={<RowsWaiting rows={lab.counts.models} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="No model yet" action={train}>
              {lab.counts.connectomes > 0
                ? 'Train one on a connectome; the smoke preset takes about a minute.'
                : 'A model needs a connectome first.'}
            </EmptyState>
          ) : (
            <ItemList label="Models">
              {rows.map((row) => (
                <ItemRow
                  key={row.id}
                  href={labHref(lab.slug, 'models', row.id)}
                  picture={<MapPicture modelId={row.id} />}
                  title={`${row.name}, version ${row.version}`}
                  about={`${row.connectome.name}, ${count(row.circuits)} circuits of ${count(row.size)} neurons`}
                  figures={
                    <p className="figures text-right text-12 text-ink-2">
                      AUC {decimal(row.auc)} AP {decimal(row.ap)}
                      <br />
                      R² {decimal(row.metricR2Mean)}
                    </p>
                  }
                />
              ))}
            </ItemList>
          )
        }
      </Loaded>
    </Section>
  );
}
