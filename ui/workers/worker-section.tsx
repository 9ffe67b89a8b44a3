'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { LabSummary, WorkerSummary } from '~/core/contracts/index.ts';
import { Badge, Button, dateTime, EmptyState, Section, Skeleton, Table } from '~/ui/kit/index.ts';
import { Loaded, mayEdit } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { NewWorkerDialog } from './new-worker-dialog.tsx';

/** The machines that train for this lab, and the line that starts another. */
export function WorkerSection({ lab }: { lab: LabSummary }) {
  const query = useQuery({
    ...useTRPC().worker.list.queryOptions({ labId: lab.id }),
    refetchInterval: 10_000,
  });
  const [asking, setAsking] = useState(false);
  const add = mayEdit(lab) && <Button onClick={() => setAsking(true)}>Add a worker</Button>;
  return (
    <Section
      title="Workers"
      note="A worker needs only this server's address and its own token."
      action={(query.data?.length ?? 1) > 0 && add}
    >
      <Loaded query={query} waiting={<Skeleton className="h-24" />}>
        {(workers) =>
          workers.length === 0 ? (
            <EmptyState title="No worker yet" action={add}>
              Runs wait in the queue until one comes.
            </EmptyState>
          ) : (
            <WorkerTable lab={lab} workers={workers} now={query.dataUpdatedAt} />
          )
        }
      </Loaded>
      <NewWorkerDialog labId={lab.id} open={asking} onOpenChange={setAsking} />
    </Section>
  );
}

type TableProps = { lab: LabSummary; workers: readonly WorkerSummary[]; now: number };

function WorkerTable({ lab, workers, now }: TableProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const revoke = useMutation(
    trpc.worker.revoke.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: () => client.invalidateQueries(trpc.worker.pathFilter()),
    }),
  );
  return (
    <Table
      caption="Workers of this lab"
      rows={workers}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          head: 'Name',
          cell: (row) => (row.ofServer ? `${row.name}, for every lab` : row.name),
        },
        { id: 'state', head: 'State', cell: (row) => <Seen at={row.lastSeenAt} now={now} /> },
        { id: 'device', head: 'Device', cell: (row) => row.device ?? '–' },
        { id: 'version', head: 'Version', cell: (row) => row.version ?? '–' },
        {
          id: 'revoke',
          head: <span className="sr-only">Revoke</span>,
          className: 'text-right',
          cell: (row) =>
            mayEdit(lab) &&
            !row.ofServer && (
              <Button
                size="small"
                variant="danger"
                aria-label={`Revoke the token of ${row.name}`}
                disabled={revoke.isPending}
                onClick={() => revoke.mutate({ labId: lab.id, workerId: row.id })}
              >
                Revoke
              </Button>
            ),
        },
      ]}
    />
  );
}

/** A worker polls every few seconds; after a minute of silence it is not called here any more. */
function Seen({ at, now }: { at: string | null; now: number }) {
  if (at === null) return <Badge>never seen</Badge>;
  return now - Date.parse(at) < 60_000 ? (
    <Badge tone="ok">here</Badge>
  ) : (
    <Badge tone="warn">silent since {dateTime(at)} UTC</Badge>
  );
}
