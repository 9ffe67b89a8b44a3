'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LabSummary } from '~/core/contracts/index.ts';
import { ButtonLink, EmptyState, SelectField, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, mayEdit, NotHere, PageFrame, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { NewRunForm } from './new-run-form.tsx';

type Props = { slug: string; connectomeId: string | null };

/** Sets up a training: data, sampling, preset and settings, with a preview of what will be drawn. */
export function NewRunPage({ slug, connectomeId }: Props) {
  const lab = useLab(slug);
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: 'New run' },
      ]}
      title="New run"
    >
      <Loaded query={lab} waiting={<Skeleton className="h-[40rem]" />}>
        {(found) =>
          mayEdit(found) ? <ChosenData lab={found} wanted={connectomeId} /> : <NotHere />
        }
      </Loaded>
    </PageFrame>
  );
}

function ChosenData({ lab, wanted }: { lab: LabSummary; wanted: string | null }) {
  const list = useQuery(useTRPC().connectome.list.queryOptions({ labId: lab.id }));
  const [chosen, setChosen] = useState(wanted);
  return (
    <Loaded query={list} waiting={<Skeleton className="h-[40rem]" />}>
      {(rows) => {
        const connectome = rows.find((row) => row.id === chosen) ?? rows[0];
        if (!connectome)
          return (
            <EmptyState
              title="This lab has no connectome yet"
              action={
                <ButtonLink variant="primary" href={labHref(lab.slug, 'import')}>
                  Import a connectome
                </ButtonLink>
              }
            >
              A model is trained on circuits of a connectome.
            </EmptyState>
          );
        return (
          <div className="flex flex-col gap-4">
            <SelectField
              label="Connectome"
              className="max-w-md"
              value={connectome.id}
              options={rows.map((row) => ({ value: row.id, label: row.name }))}
              onChange={setChosen}
            />
            <NewRunForm key={connectome.id} lab={lab} connectomeId={connectome.id} />
          </div>
        );
      }}
    </Loaded>
  );
}
