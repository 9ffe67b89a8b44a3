'use client';
import { useMutation } from '@tanstack/react-query';
import { Button, Notice, saveFile, Section } from '~/ui/kit/index.ts';
import { useTRPCClient } from '~/ui/trpc/index.ts';

/** Everything its person made or wrote here, as one file. */
export function ExportSection() {
  const api = useTRPCClient();
  const take = useMutation({
    mutationFn: () => api.account.export.query(),
    onSuccess: (all) =>
      saveFile(
        `latentome-account-${all.at.slice(0, 10)}.json`,
        JSON.stringify(all, null, 2),
        'application/json',
      ),
  });
  return (
    <Section
      title="Your data"
      action={
        <Button busy={take.isPending} onClick={() => take.mutate()}>
          Download
        </Button>
      }
    >
      <p className="max-w-2xl text-13 text-ink-2">
        One JSON file with your account and everything you made or wrote: connectomes and models
        with the hashes of their files, runs with their recipes, directions, their names and what
        you said of them, comments, pins with their circuits, invitations, and what you did in each
        lab.
      </p>
      {take.error && <Notice tone="danger">{take.error.message}</Notice>}
    </Section>
  );
}
