'use client';
import { Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, NotHere, PageFrame, useLab } from '~/ui/site/index.ts';
import { WorkerSection } from '~/ui/workers/index.ts';
import { GuestSection } from './guest-section.tsx';
import { MemberSection } from './member-section.tsx';

/** People with their roles, and the workers that train for this lab. */
export function SettingsPage({ slug }: { slug: string }) {
  const lab = useLab(slug);
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: 'People and workers' },
      ]}
      title="People and workers"
    >
      <Loaded query={lab} waiting={<Skeleton className="h-80" />}>
        {(found) =>
          found.role === null ? (
            <NotHere />
          ) : (
            <div className="flex flex-col gap-8">
              <MemberSection lab={found} />
              {found.role === 'owner' && (found.openToGuests || found.slug === 'demo') && (
                <GuestSection lab={found} />
              )}
              <WorkerSection lab={found} />
            </div>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
