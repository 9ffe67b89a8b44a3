'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Asks for the lab and its lists again whenever the server says that something has changed, or says no more. */
export function useLabWatch(labId: string): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const again = () => {
    for (const filter of [
      trpc.lab.pathFilter(),
      trpc.invitation.pathFilter(),
      trpc.comment.pathFilter(),
      trpc.inbox.pathFilter(),
      trpc.run.list.queryFilter({ labId }),
      trpc.model.list.queryFilter({ labId }),
      trpc.room.list.queryFilter({ labId }),
      trpc.view.pathFilter(),
      trpc.connectome.list.queryFilter({ labId }),
    ])
      void client.invalidateQueries({ queryKey: filter.queryKey });
  };
  useSubscription(
    trpc.run.watchLab.subscriptionOptions({ labId }, { onData: again, onError: again }),
  );
}
