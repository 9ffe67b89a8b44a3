'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Button, Notice, Section } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Whether guests may walk the demo lab; no other lab can be opened to them. */
export function GuestSection({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const change = useMutation(
    trpc.lab.setOpenToGuests.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.lab.pathFilter()),
    }),
  );
  const open = lab.openToGuests;
  return (
    <Section
      title="Guests"
      action={
        <Button
          variant={open ? 'danger' : 'plain'}
          busy={change.isPending}
          onClick={() => change.mutate({ labId: lab.id, open: !open })}
        >
          {open ? 'Close to guests' : 'Open to guests'}
        </Button>
      }
    >
      <p className="max-w-2xl text-13 text-ink-2">
        {open
          ? 'Everybody who reaches this server may look, walk and decode here, and change nothing. Closing ends their rooms at once, and the first page no longer shows the starter model.'
          : 'Members only. Opened, everybody who reaches this server may look, walk and decode here.'}
      </p>
      {change.error && <Notice tone="danger">{change.error.message}</Notice>}
    </Section>
  );
}
