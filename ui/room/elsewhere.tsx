'use client';
import { Popover } from '@base-ui/react/popover';
import { useQuery } from '@tanstack/react-query';
import type { Person } from '~/core/contracts/index.ts';
import { LabPersonRow, usePresentPeople } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

type Props = { slug: string; labId: string; roomId: string; me: Person | null };

/** Who has the lab open now but is not in this room, and where one finds them. */
export function Elsewhere({ slug, labId, roomId, me }: Props) {
  const people = usePresentPeople().filter(
    ({ user, rooms }) => user.id !== me?.id && !rooms.some((stay) => stay.roomId === roomId),
  );
  const rooms = useQuery(useTRPC().room.list.queryOptions({ labId })).data ?? [];
  if (people.length === 0) return null;
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={`${people.length} elsewhere in the lab`}
        className="h-7 whitespace-nowrap rounded-full border border-line px-2 text-12 text-ink-2 hover:bg-surface-3"
      >
        <span className="figures">{people.length}</span> elsewhere
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} className="z-50">
          <Popover.Popup
            aria-label="Elsewhere in the lab"
            className="flex max-h-80 w-64 flex-col gap-1.5 overflow-y-auto rounded border border-line bg-surface p-2 shadow-popup"
          >
            {people.map((person) => (
              <LabPersonRow key={person.user.id} slug={slug} person={person} rooms={rooms} />
            ))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
