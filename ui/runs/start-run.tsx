'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { trainSpec, type LabSummary, type TrainSpec } from '~/core/contracts/index.ts';
import { Button, bytes, CopyLine, Notice } from '~/ui/kit/index.ts';
import { labHref } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { apiCall } from './api-call.ts';
import { stepMemory } from './step-memory.ts';

type Props = { lab: LabSummary; spec: TrainSpec; estimate: string };

/** The time it may take, the one button, and the same as an API call. */
export function StartRun({ lab, spec, estimate }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const issues = trainSpec.safeParse(spec).error?.issues ?? [];
  const create = useMutation(
    trpc.run.create.mutationOptions({
      onSuccess: async (run) => {
        await client.invalidateQueries(trpc.run.pathFilter());
        router.push(labHref(lab.slug, 'runs', run.id));
      },
    }),
  );
  return (
    <div className="flex flex-col gap-3">
      {issues.length > 0 && (
        <Notice tone="warn">
          <ul>
            {issues.map((issue) => (
              <li key={issue.path.join('.')}>
                {issue.path.join('.')}: {issue.message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {create.error && <Notice tone="danger">{create.error.message}</Notice>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant="primary"
          busy={create.isPending}
          disabled={issues.length > 0}
          onClick={() => create.mutate({ spec })}
        >
          Start training
        </Button>
        <span className="text-13 text-ink-2">
          Estimate: {estimate}; a training step holds about{' '}
          {bytes(stepMemory(spec.sampling, spec.settings))} beside the worker’s own 1 GB
        </span>
      </div>
      <details>
        <summary className="text-13 text-ink-2">The same as an API call</summary>
        <div className="mt-2">
          <CopyLine
            label="API call"
            text={apiCall(typeof window === 'undefined' ? '' : window.location.origin, spec)}
            wrap
          />
        </div>
      </details>
    </div>
  );
}
