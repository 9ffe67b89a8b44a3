'use client';
import { useQuery } from '@tanstack/react-query';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Section } from '~/ui/kit/index.ts';
import { LabPersonRow, useMe, usePresentPeople } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Who has the lab open now, each once, and in which room they are. */
export function HereSection({ lab }: { lab: LabSummary }) {
  const people = usePresentPeople();
  const rooms = useQuery(useTRPC().room.list.queryOptions({ labId: lab.id })).data ?? [];
  const me = useMe().data?.id;
  return (
    <Section title="Here now">
      <ul aria-label="Here now" className="flex min-h-7 flex-col gap-1.5">
        {people.map((person) => (
          <li key={person.user.id}>
            <LabPersonRow
              slug={lab.slug}
              person={person}
              rooms={rooms}
              isMe={person.user.id === me}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
