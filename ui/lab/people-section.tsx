'use client';
import { useQuery } from '@tanstack/react-query';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Badge, ButtonLink, Section } from '~/ui/kit/index.ts';
import { labHref, Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

export function PeopleSection({ lab }: { lab: LabSummary }) {
  const query = useQuery(useTRPC().lab.members.queryOptions({ labId: lab.id }));
  return (
    <Section
      title="People"
      action={
        lab.role === 'owner' && (
          <ButtonLink href={labHref(lab.slug, 'settings')}>Add people</ButtonLink>
        )
      }
    >
      <Loaded query={query} waiting={<div className="h-9" />}>
        {(members) => (
          <ul aria-label="People" className="flex flex-wrap gap-x-4 gap-y-2">
            {members.map((member) => (
              <li key={member.userId} className="flex items-center gap-1.5 text-13">
                {member.name}
                <Badge>{member.role}</Badge>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
