'use client';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Badge, ButtonLink, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, PageFrame, useLab } from '~/ui/site/index.ts';
import { ConnectomeSection } from './connectome-section.tsx';
import { HereSection } from './here-section.tsx';
import { ModelSection } from './model-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { RoomSection } from './room-section.tsx';
import { RunSection } from './run-section.tsx';
import { ViewSection } from './view-section.tsx';

/** All that a lab holds, each thing with its picture and its state. */
export function LabHomePage({ slug }: { slug: string }) {
  const lab = useLab(slug);
  const name = lab.data?.name ?? slug;
  return (
    <PageFrame
      crumbs={[{ label: 'Labs', href: '/labs' }, { label: name }]}
      title={name}
      lead={lab.data ? <RoleLine lab={lab.data} /> : <span>&nbsp;</span>}
      action={lab.data?.role && <ButtonLink href={labHref(slug, 'settings')}>Settings</ButtonLink>}
    >
      <Loaded query={lab} waiting={<Skeleton className="h-96" />}>
        {(found) => <LabContents lab={found} />}
      </Loaded>
    </PageFrame>
  );
}

function LabContents({ lab }: { lab: LabSummary }) {
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-6">
        <RoomSection lab={lab} />
        <ModelSection lab={lab} />
        <ViewSection lab={lab} />
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <ConnectomeSection lab={lab} />
        <RunSection lab={lab} />
        {lab.role && <PeopleSection lab={lab} />}
        <HereSection lab={lab} />
      </div>
    </div>
  );
}

function RoleLine({ lab }: { lab: LabSummary }) {
  return (
    <span className="flex items-center gap-2">
      {lab.role
        ? `You are ${lab.role === 'owner' || lab.role === 'editor' ? 'an' : 'a'} ${lab.role}`
        : 'You are a guest: look, walk and decode'}
      {lab.openToGuests && <Badge>open to guests</Badge>}
    </span>
  );
}
