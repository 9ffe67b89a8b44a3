import { Skeleton } from '~/ui/kit/index.ts';

/** The shape of the room while it loads, so that nothing jumps. */
export function RoomWaiting() {
  return (
    <div className="flex h-dvh flex-col">
      <div className="min-h-11 border-b border-line" />
      <div className="grid min-h-0 flex-1 gap-px md:grid-cols-[29fr_21fr]">
        <Skeleton className="size-full rounded-none" label="Loading the map" />
        <Skeleton className="size-full rounded-none max-md:hidden" label="Loading the decoder" />
      </div>
      <div className="min-h-[86px] border-t border-line" />
    </div>
  );
}
