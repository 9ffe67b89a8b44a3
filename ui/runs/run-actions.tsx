'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { LabSummary, RunDetail } from '~/core/contracts/index.ts';
import { Button, ButtonLink } from '~/ui/kit/index.ts';
import { labHref, mayEdit } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { isOver } from './run-state.tsx';

/** Cancel while it runs, try again after it failed, and at the end the model card. */
export function RunActions({ lab, run }: { lab: LabSummary; run: RunDetail }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const settled = {
    onError: (error: { message: string }) => toast.error(error.message),
    onSettled: () => client.invalidateQueries(trpc.run.pathFilter()),
  };
  const cancel = useMutation(trpc.run.cancel.mutationOptions(settled));
  const retry = useMutation(trpc.run.retry.mutationOptions(settled));
  if (run.modelId && (run.kind === 'train' || run.state === 'succeeded'))
    return (
      <ButtonLink variant="primary" href={labHref(lab.slug, 'models', run.modelId)}>
        {run.kind === 'train' ? 'Model card and map' : 'Model card'}
      </ButtonLink>
    );
  if (!mayEdit(lab)) return null;
  if (!isOver(run))
    return (
      <Button
        variant="danger"
        busy={cancel.isPending}
        disabled={run.cancelRequested}
        onClick={() => cancel.mutate({ runId: run.id })}
      >
        {run.cancelRequested ? 'Cancelling' : 'Cancel run'}
      </Button>
    );
  return (
    <Button busy={retry.isPending} onClick={() => retry.mutate({ runId: run.id })}>
      Try again
    </Button>
  );
}
