'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Asks for directions again whenever the server says that something of the lab has changed. */
export function useDirectionWatch(labId: string): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  useSubscription(
    trpc.run.watchLab.subscriptionOptions(
      { labId },
      {
        onData: ({ kind }) => {
          if (kind === 'lists') void client.invalidateQueries(trpc.direction.pathFilter());
        },
      },
    ),
  );
}
