'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LabSummary, Member } from '~/core/contracts/index.ts';
import { ConfirmDialog } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

type Props = { lab: LabSummary; member: Member; onClose: () => void };

export function RemoveDialog({ lab, member, onClose }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const remove = useMutation(
    trpc.lab.removeMember.mutationOptions({
      onSuccess: async () => {
        onClose();
        await client.invalidateQueries(trpc.lab.pathFilter());
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Remove ${member.name}?`}
      action="Remove"
      danger
      busy={remove.isPending}
      error={remove.error?.message}
      onConfirm={() => remove.mutate({ labId: lab.id, userId: member.userId })}
      onClose={onClose}
    >
      Their open rooms and pages of {lab.name} close at once, and invitations made until now do not
      bring them back. What they made here stays.
    </ConfirmDialog>
  );
}
