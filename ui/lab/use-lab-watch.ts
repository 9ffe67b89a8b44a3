'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Asks for the lab's lists again whenever the server says that one has changed. */
export function useLabWatch(labId: string): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  useSubscription(
    trpc.run.watchLab.subscriptionOptions(
      { labId },
      {
        onData: () => {
          for (const filter of [
            trpc.run.pathFilter(),
            trpc.model.pathFilter(),
            trpc.room.pathFilter(),
            trpc.connectome.list.queryFilter({ labId }),
            trpc.lab.pathFilter(),
          ])
            void client.invalidateQueries({ queryKey: filter.queryKey });
        },
      },
    ),
  );
}
