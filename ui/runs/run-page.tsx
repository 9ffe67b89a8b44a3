'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { LabSummary, RunDetail, TrainSpec } from '~/core/contracts/index.ts';
import { CommentSection } from '~/ui/comments/index.ts';
import { CopyLine, dateTime, Section, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, PageFrame, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { RunActions } from './run-actions.tsx';
import { RunCurves } from './run-curves.tsx';
import { RunLog } from './run-log.tsx';
import { RunSamples } from './run-samples.tsx';
import { isOver } from './run-state.tsx';
import { RunStatus } from './run-status.tsx';
import { SelfConnections } from './self-connections.tsx';
import type { RunRecord } from './run-record.ts';
import { useRunRecord } from './use-run-record.ts';

type Props = { slug: string; runId: string };

/** One run, live: its state, its curves, circuits as they improve, its log. */
export function RunPage({ slug, runId }: Props) {
  const lab = useLab(slug);
  const query = useQuery({
    ...useTRPC().run.get.queryOptions({ runId }),
    // The record announces phases; this catches what nobody announces, such as a worker that fell silent.
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 4000),
  });
  const run = query.data;
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: run?.name ?? 'Run' },
      ]}
      title={run?.name ?? 'Run'}
      lead={run ? <Lead run={run} slug={slug} /> : ' '}
      action={lab.data && run && <RunActions lab={lab.data} run={run} />}
    >
      <Loaded query={query} waiting={<Skeleton className="h-[50rem]" />}>
        {(found) => <LiveRun run={found} lab={lab.data} />}
      </Loaded>
    </PageFrame>
  );
}

function Lead({ run, slug }: { run: RunDetail; slug: string }) {
  return (
    <>
      On{' '}
      <Link className="underline" href={labHref(slug, 'connectomes', run.connectome.id)}>
        {run.connectome.name}
      </Link>
      , {run.spec.kind === 'train' ? `preset ${run.spec.preset}` : 'a measurement'}, by{' '}
      {run.createdBy}, {dateTime(run.createdAt)} UTC
    </>
  );
}

function LiveRun({ run, lab }: { run: RunDetail; lab: LabSummary | undefined }) {
  const { record, connection } = useRunRecord(run.id, run.endedAt !== null);
  return (
    <>
      <RunStatus run={run} lab={lab} live={connection !== 'connecting'} />
      {run.spec.kind === 'train' ? (
        <Training spec={run.spec} record={record} />
      ) : (
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <RunLog lines={record.log} />
          <Section title="Settings" note={`seed ${run.spec.seed}`}>
            <CopyLine label="Settings of the run" wrap text={JSON.stringify(run.spec, null, 2)} />
          </Section>
        </div>
      )}
      <div className="mt-6">
        <CommentSection
          scope={{ of: 'run', runId: run.id }}
          choice={{
            value: 'run',
            label: 'The run',
            target: { kind: 'run', runId: run.id },
          }}
        />
      </div>
    </>
  );
}

function Training({ spec, record }: { spec: TrainSpec; record: RunRecord }) {
  const { sampling, settings, preset, seed, connectomeId } = spec;
  return (
    <>
      <SelfConnections connectomeId={connectomeId} />
      <div className="flex flex-col gap-6">
        <Section title="Curves">
          <RunCurves metrics={record.metrics} epochs={settings.epochs} />
        </Section>
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <RunSamples samples={record.samples} />
          <div className="flex min-w-0 flex-col gap-6">
            <RunLog lines={record.log} />
            <Section title="Settings" note={`N ${sampling.size}, seed ${seed}`}>
              <CopyLine
                label="Settings of the run"
                wrap
                text={JSON.stringify({ connectomeId, preset, seed, settings, sampling }, null, 2)}
              />
            </Section>
          </div>
        </div>
      </div>
    </>
  );
}
