'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { InvitationSummary, LabSummary } from '~/core/contracts/index.ts';
import { Button, dateTime, EmptyState, Section, Skeleton, Table } from '~/ui/kit/index.ts';
import { Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { NewInvitationDialog } from './new-invitation-dialog.tsx';

/** The links that let people in, for owners. */
export function InvitationSection({ lab }: { lab: LabSummary }) {
  const query = useQuery(useTRPC().invitation.list.queryOptions({ labId: lab.id }));
  const [asking, setAsking] = useState(false);
  const invite = <Button onClick={() => setAsking(true)}>Invite by link</Button>;
  const some = (query.data?.open.length ?? 0) > 0;
  return (
    <Section title="Invitations" note="Links that are still good." action={some && invite}>
      <Loaded query={query} waiting={<Skeleton className="h-24" />}>
        {({ open }) =>
          open.length === 0 ? (
            <EmptyState title="No open invitation" action={invite}>
              A link lets in whoever has it, with the role and for the time you choose.
            </EmptyState>
          ) : (
            <InvitationTable labId={lab.id} open={open} />
          )
        }
      </Loaded>
      <NewInvitationDialog
        labId={lab.id}
        byMail={query.data?.byMail ?? false}
        open={asking}
        onOpenChange={setAsking}
      />
    </Section>
  );
}

function InvitationTable({ labId, open }: { labId: string; open: readonly InvitationSummary[] }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const revoke = useMutation(
    trpc.invitation.revoke.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: () => client.invalidateQueries(trpc.invitation.pathFilter()),
    }),
  );
  return (
    <Table
      caption="Open invitations"
      rows={open}
      rowKey={(row) => row.id}
      columns={[
        { id: 'role', head: 'Role', cell: (row) => row.role },
        { id: 'for', head: 'For', cell: (row) => row.email ?? 'whoever has the link' },
        {
          id: 'uses',
          head: 'Used',
          cell: (row) => (row.maxUses === null ? row.uses : `${row.uses} of ${row.maxUses}`),
        },
        {
          id: 'until',
          head: 'Good until (UTC)',
          className: 'figures whitespace-nowrap',
          cell: (row) => dateTime(row.expiresAt),
        },
        {
          id: 'by',
          head: 'By',
          className: 'max-sm:hidden',
          headClassName: 'max-sm:hidden',
          cell: (row) => row.invitedBy,
        },
        {
          id: 'revoke',
          head: <span className="sr-only">Revoke</span>,
          className: 'text-right',
          cell: (row) => (
            <Button
              size="small"
              variant="danger"
              aria-label={`Revoke the invitation as ${row.role} until ${dateTime(row.expiresAt)}`}
              disabled={revoke.isPending}
              onClick={() => revoke.mutate({ labId, invitationId: row.id })}
            >
              Revoke
            </Button>
          ),
        },
      ]}
    />
  );
}
