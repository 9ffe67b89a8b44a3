'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { role as roles, type LabSummary, type Member, type Role } from '~/core/contracts/index.ts';
import { Button, dateTime, Select, Table } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { VerifiedBadge } from './verified-badge.tsx';

const roleOptions = roles.options.map((value) => ({ value, label: value }));

type Props = { lab: LabSummary; members: readonly Member[]; me: string };

/** People with their roles; owners choose other roles and remove. */
export function MemberTable({ lab, members, me }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const owns = lab.role === 'owner';
  const settled = {
    onError: (error: { message: string }) => toast.error(error.message),
    onSettled: () => client.invalidateQueries(trpc.lab.pathFilter()),
  };
  const setRole = useMutation(trpc.lab.setRole.mutationOptions(settled));
  return (
    <>
      <Table
        caption="People of this lab"
        rows={members}
        rowKey={(row) => row.userId}
        columns={[
          {
            id: 'name',
            head: 'Name',
            cell: (row) => (
              <>
                <span>{`${row.name}${row.userId === me ? ' (you)' : ''}`}</span>
                {row.email !== null && (
                  <span className="block text-12 text-ink-3 [overflow-wrap:anywhere] sm:hidden">
                    {row.email}
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'email',
            head: 'Email',
            className: 'max-sm:hidden',
            headClassName: 'max-sm:hidden',
            cell: (row) =>
              row.email === null ? (
                '–'
              ) : (
                <span className="flex flex-wrap items-center gap-2">
                  {row.email}
                  {row.emailVerified !== null && <VerifiedBadge verified={row.emailVerified} />}
                </span>
              ),
          },
          {
            id: 'role',
            head: 'Role',
            cell: (row) =>
              owns ? (
                <Select<Role>
                  aria-label={`Role of ${row.name}`}
                  className="w-32"
                  value={row.role}
                  options={roleOptions}
                  disabled={setRole.isPending}
                  onChange={(role) => setRole.mutate({ labId: lab.id, userId: row.userId, role })}
                />
              ) : (
                row.role
              ),
          },
          {
            id: 'since',
            head: 'Since',
            className: 'max-sm:hidden',
            headClassName: 'max-sm:hidden',
            cell: (row) => dateTime(row.since).slice(0, 10),
          },
          ...(owns
            ? [
                {
                  id: 'remove',
                  head: <span className="sr-only">Remove</span>,
                  cell: (row: Member) =>
                    row.userId !== me && (
                      <Button
                        size="small"
                        variant="danger"
                        aria-label={`Remove ${row.name}`}
                        onClick={() => setLeaving(row)}
                      >
                        Remove
                      </Button>
                    ),
                  className: 'text-right',
                },
              ]
            : []),
        ]}
      />
      {leaving && <RemoveDialog lab={lab} member={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
