'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect } from 'react';
import type { LabPerson } from '~/core/contracts/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { usePresentPeople } from './present-people.ts';

/**
 * Asks for the lab and its lists again whenever the server says that something has changed, or says no more, and hears who
 * is there.
 * @param onPeople nobody, when it is not known any more
 */
export function useLabWatch(labId: string, onPeople: (people: readonly LabPerson[]) => void): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const occupied = occupiedRooms(usePresentPeople());
  useEffect(() => {
    // somebody came to an empty room, or the last has left: its time is another
    void client.invalidateQueries(trpc.room.list.queryFilter({ labId }));
  }, [client, trpc, labId, occupied]);
  const again = () => {
    for (const filter of [
      trpc.lab.pathFilter(),
      trpc.invitation.pathFilter(),
      trpc.comment.pathFilter(),
      trpc.inbox.pathFilter(),
      trpc.run.list.queryFilter({ labId }),
      trpc.model.list.queryFilter({ labId }),
      trpc.room.pathFilter(),
      trpc.view.pathFilter(),
      trpc.connectome.list.queryFilter({ labId }),
    ])
      void client.invalidateQueries({ queryKey: filter.queryKey });
  };
  useSubscription(
    trpc.run.watchLab.subscriptionOptions(
      { labId },
      {
        onData: (news) => {
          if (news.kind === 'lists') again();
          else onPeople(news.people);
        },
        onError: () => {
          again();
          onPeople([]);
        },
      },
    ),
  );
}

const occupiedRooms = (people: readonly LabPerson[]): string =>
  [...new Set(people.flatMap(({ rooms }) => rooms.map(({ roomId }) => roomId)))].sort().join(' ');
