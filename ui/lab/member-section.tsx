'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { role as roles, type LabSummary, type Member, type Role } from '~/core/contracts/index.ts';
import { Button, dateTime, Section, Select, Skeleton, Table } from '~/ui/kit/index.ts';
import { Loaded, useMe } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { AddMember } from './add-member.tsx';
import { VerifiedBadge } from './verified-badge.tsx';

const roleOptions = roles.options.map((value) => ({ value, label: value }));

/** Who belongs to the lab; owners change it, and a role taken away closes open rooms. */
export function MemberSection({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.lab.members.queryOptions({ labId: lab.id }));
  return (
    <Section
      title="People"
      note="Owners decide about people, editors about data and runs, commenters share the bench, viewers look."
    >
      <Loaded query={query} waiting={<Skeleton className="h-24" />}>
        {(members) => <MemberTable lab={lab} members={members} />}
      </Loaded>
      {lab.role === 'owner' && <AddMember labId={lab.id} />}
    </Section>
  );
}

function MemberTable({ lab, members }: { lab: LabSummary; members: readonly Member[] }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const me = useMe();
  const owns = lab.role === 'owner';
  const settled = {
    onError: (error: { message: string }) => toast.error(error.message),
    onSettled: () => client.invalidateQueries(trpc.lab.pathFilter()),
  };
  const setRole = useMutation(trpc.lab.setRole.mutationOptions(settled));
  const remove = useMutation(trpc.lab.removeMember.mutationOptions(settled));
  return (
    <Table
      caption="People of this lab"
      rows={members}
      rowKey={(row) => row.userId}
      columns={[
        {
          id: 'name',
          head: 'Name',
          cell: (row) => `${row.name}${row.userId === me.data?.id ? ' (you)' : ''}`,
        },
        {
          id: 'email',
          head: 'Email',
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
                cell: (row: Member) => (
                  <Button
                    size="small"
                    variant="danger"
                    aria-label={`Remove ${row.name}`}
                    disabled={remove.isPending}
                    onClick={() => remove.mutate({ labId: lab.id, userId: row.userId })}
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
  );
}
