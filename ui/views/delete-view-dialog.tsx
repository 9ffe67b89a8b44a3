'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ViewSummary } from '~/core/contracts/index.ts';
import { ConfirmDialog } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

export function DeleteViewDialog({ view, onClose }: { view: ViewSummary; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const remove = useMutation(
    trpc.view.remove.mutationOptions({
      onSuccess: async () => {
        onClose();
        await client.invalidateQueries(trpc.view.list.pathFilter());
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Delete ${view.title}?`}
      action="Delete"
      danger
      busy={remove.isPending}
      error={remove.error?.message}
      onConfirm={() => remove.mutate({ code: view.code })}
      onClose={onClose}
    >
      Its link leads nowhere any more, also where it is cited. Copies of it stay.
    </ConfirmDialog>
  );
}
