'use client';
import { useMutation } from '@tanstack/react-query';
import type { LabSummary } from '~/core/contracts/index.ts';
import { ConfirmDialog } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Asks, leaves, and goes to the list of labs by a full load: nothing of the lab stays in this page. */
export function LeaveDialog({ lab, onClose }: { lab: LabSummary; onClose: () => void }) {
  const leave = useMutation(
    useTRPC().lab.leave.mutationOptions({ onSuccess: () => window.location.assign('/labs') }),
  );
  return (
    <ConfirmDialog
      title={`Leave ${lab.name}?`}
      action="Leave lab"
      danger
      busy={leave.isPending || leave.isSuccess}
      error={leave.error?.message}
      onConfirm={() => leave.mutate({ labId: lab.id })}
      onClose={onClose}
    >
      You will not see the lab any more until somebody lets you in again. What you made here stays.
    </ConfirmDialog>
  );
}
