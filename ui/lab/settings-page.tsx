'use client';
import { Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, NotHere, PageFrame, useLab } from '~/ui/site/index.ts';
import { WorkerSection } from '~/ui/workers/index.ts';
import { EventSection } from './event-section.tsx';
import { GuestSection } from './guest-section.tsx';
import { InvitationSection } from './invitation-section.tsx';
import { MemberSection } from './member-section.tsx';
import { NameSection } from './name-section.tsx';

/** The lab itself: its name, its people, its workers, and what happened in it. */
export function SettingsPage({ slug }: { slug: string }) {
  const lab = useLab(slug);
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: 'Settings' },
      ]}
      title="Settings"
    >
      <Loaded query={lab} waiting={<Skeleton className="h-80" />}>
        {(found) =>
          found.role === null ? (
            <NotHere />
          ) : (
            <div className="flex flex-col gap-8">
              <MemberSection lab={found} />
              {found.role === 'owner' && <InvitationSection lab={found} />}
              {found.role === 'owner' && (found.openToGuests || found.slug === 'demo') && (
                <GuestSection lab={found} />
              )}
              <WorkerSection lab={found} />
              {found.role === 'owner' && <NameSection lab={found} />}
              <EventSection lab={found} />
            </div>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
