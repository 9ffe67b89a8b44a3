'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { SessionSummary } from '~/core/contracts/index.ts';
import { Badge, Button, dateTime, Section, Skeleton, Table } from '~/ui/kit/index.ts';
import { Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { agentWords } from './agent-words.ts';

/** Where this account is signed in; each place can be signed out from here. */
export function SessionSection() {
  const query = useQuery(useTRPC().account.sessions.queryOptions());
  return (
    <Section
      title="Sessions"
      note="Where you are signed in. What you end closes its rooms at once."
    >
      <Loaded query={query} waiting={<Skeleton className="h-24" />}>
        {(sessions) => <SessionTable sessions={sessions} />}
      </Loaded>
    </Section>
  );
}

function SessionTable({ sessions }: { sessions: readonly SessionSummary[] }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const end = useMutation(
    trpc.account.endSession.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: () => client.invalidateQueries(trpc.account.sessions.queryFilter()),
    }),
  );
  return (
    <Table
      caption="Sessions"
      rows={sessions}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'agent',
          head: 'Browser',
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              {agentWords(row.agent)}
              {row.current && <Badge tone="ok">this one</Badge>}
            </span>
          ),
        },
        {
          id: 'address',
          head: 'Address',
          className: 'figures max-sm:hidden',
          headClassName: 'max-sm:hidden',
          cell: (row) => row.address ?? '–',
        },
        {
          id: 'since',
          head: 'Since (UTC)',
          className: 'figures whitespace-nowrap',
          cell: (row) => dateTime(row.createdAt),
        },
        {
          id: 'until',
          head: 'Ends by itself',
          className: 'figures whitespace-nowrap max-sm:hidden',
          headClassName: 'max-sm:hidden',
          cell: (row) => row.expiresAt.slice(0, 10),
        },
        {
          id: 'end',
          head: <span className="sr-only">End</span>,
          className: 'text-right',
          cell: (row) =>
            !row.current && (
              <Button
                size="small"
                variant="danger"
                aria-label={`End the session of ${agentWords(row.agent)} since ${dateTime(row.createdAt)}`}
                disabled={end.isPending}
                onClick={() => end.mutate({ sessionId: row.id })}
              >
                End
              </Button>
            ),
        },
      ]}
    />
  );
}
