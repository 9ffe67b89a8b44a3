'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Button, Section, Skeleton } from '~/ui/kit/index.ts';
import { Loaded, useMe } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { AddMember } from './add-member.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { MemberTable } from './member-table.tsx';

/** Who belongs to the lab; owners change it, and a role taken away closes open rooms. */
export function MemberSection({ lab }: { lab: LabSummary }) {
  const query = useQuery(useTRPC().lab.members.queryOptions({ labId: lab.id }));
  const me = useMe().data;
  const [asking, setAsking] = useState<'leave' | 'hand over' | null>(null);
  const owns = lab.role === 'owner';
  const others = (query.data ?? []).filter(({ userId }) => userId !== me?.id);
  const close = () => setAsking(null);
  return (
    <Section
      title="People"
      note="Owners decide about people, editors about data and runs, commenters share the bench, viewers look."
      action={
        <div className="flex flex-wrap gap-2">
          {owns && others.length > 0 && (
            <Button onClick={() => setAsking('hand over')}>Hand over</Button>
          )}
          <Button onClick={() => setAsking('leave')}>Leave lab</Button>
        </div>
      }
    >
      <Loaded query={query} waiting={<Skeleton className="h-24" />}>
        {(members) => <MemberTable lab={lab} members={members} me={me?.id ?? ''} />}
      </Loaded>
      {owns && <AddMember labId={lab.id} />}
      {asking === 'leave' && <LeaveDialog lab={lab} onClose={close} />}
      {asking === 'hand over' && <HandOverDialog lab={lab} others={others} onClose={close} />}
    </Section>
  );
}
