'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { MeasurementSummary } from '~/core/contracts/index.ts';
import { ButtonLink, dateTime, plural, Section, SelectField, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, mayEdit, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { MeasurementView } from './measurement-view.tsx';

/** What was measured of a model's corpus, the newest first, and the way to measure more. */
export function MeasurementSection({ slug, modelId }: { slug: string; modelId: string }) {
  const trpc = useTRPC();
  const lab = useLab(slug);
  const list = useQuery(trpc.measurement.list.queryOptions({ modelId }));
  const labId = lab.data?.id;
  const runs = useQuery({
    ...trpc.run.list.queryOptions({ labId: labId ?? '' }),
    enabled: labId !== undefined,
  });
  const going = (runs.data ?? []).filter(
    (run) =>
      run.kind === 'measure' &&
      run.modelId === modelId &&
      (run.state === 'queued' || run.state === 'running'),
  );
  return (
    <Section
      title="Measured of its corpus"
      note={list.data ? plural(list.data.length, 'measurement') : undefined}
      action={
        lab.data &&
        mayEdit(lab.data) && (
          <ButtonLink size="small" href={labHref(slug, 'models', modelId, 'measure')}>
            Measure the corpus
          </ButtonLink>
        )
      }
    >
      {going.map((run) => (
        <p key={run.id} className="mb-2 text-13">
          <Link className="underline" href={labHref(slug, 'runs', run.id)}>
            {run.name}
          </Link>{' '}
          is {run.state === 'queued' ? 'waiting for a worker' : 'being measured'},{' '}
          <span className="figures">{Math.round(run.progress * 100)} %</span>
        </p>
      ))}
      <Loaded query={list} waiting={<Skeleton className="h-40" />}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="max-w-prose text-13 text-ink-2">
              Nothing yet. A measurement sets structure and function of the circuits beside their
              nulls.
            </p>
          ) : (
            <Chosen rows={rows} slug={slug} />
          )
        }
      </Loaded>
    </Section>
  );
}

function Chosen({ rows, slug }: { rows: readonly MeasurementSummary[]; slug: string }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const row = rows.find(({ id }) => id === wanted) ?? rows[0];
  const query = useQuery({
    ...useTRPC().measurement.get.queryOptions({ measurementId: row?.id ?? '' }),
    enabled: row !== undefined,
    staleTime: Infinity,
  });
  if (!row) return null;
  return (
    <div className="flex flex-col gap-4">
      {rows.length > 1 && (
        <SelectField
          label="Measurement"
          className="max-w-md"
          value={row.id}
          options={rows.map(({ id, name, createdAt }) => ({
            value: id,
            label: `${name}, ${dateTime(createdAt)}`,
          }))}
          onChange={setWanted}
        />
      )}
      <p className="text-12 text-ink-3">
        {row.name}, {dateTime(row.createdAt)} UTC,{' '}
        {row.runId && (
          <>
            <Link className="underline" href={labHref(slug, 'runs', row.runId)}>
              its run
            </Link>
            ,{' '}
          </>
        )}
        <a
          className="underline"
          href={`/api/files/${row.labId}/${row.sha256}`}
          download={`measurement-${row.sha256.slice(0, 12)}.json`}
        >
          all of it as JSON
        </a>
        , SHA-256 <span className="figures break-all">{row.sha256}</span>
      </p>
      <Loaded query={query} waiting={<Skeleton className="h-[30rem]" />}>
        {(found) => <MeasurementView found={found} />}
      </Loaded>
    </div>
  );
}
