'use client';
import { useQuery } from '@tanstack/react-query';
import type { ViewDetail } from '~/core/contracts/index.ts';
import { useMapFile } from '~/ui/map/index.ts';
import { LabWatch, Loaded, PageFrame, useMe } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { RoomWaiting } from './room-waiting.tsx';
import { SavedViewWorkplace } from './saved-view-workplace.tsx';

/** The view of a short link, or why it is not there. */
export function SavedViewPage({ code }: { code: string }) {
  const me = useMe();
  const view = useQuery(useTRPC().view.get.queryOptions({ code }));
  if (view.error && !view.data)
    return (
      <PageFrame>
        <Loaded query={view} waiting={null}>
          {() => null}
        </Loaded>
      </PageFrame>
    );
  if (!view.data) return <RoomWaiting />;
  return (
    <>
      {me.data && <LabWatch labId={view.data.labId} />}
      <WithMap key={code} view={view.data} />
    </>
  );
}

function WithMap({ view }: { view: ViewDetail }) {
  const map = useMapFile(view.of);
  return (
    <Loaded query={map} waiting={<RoomWaiting />}>
      {(file) => <SavedViewWorkplace view={view} map={file} />}
    </Loaded>
  );
}
