'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LabSummary, Member } from '~/core/contracts/index.ts';
import { ConfirmDialog, SelectField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

type Props = { lab: LabSummary; others: readonly Member[]; onClose: () => void };

export function HandOverDialog({ lab, others, onClose }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(others[0]?.userId ?? '');
  const handOver = useMutation(
    trpc.lab.handOver.mutationOptions({
      onSuccess: async () => {
        onClose();
        await client.invalidateQueries(trpc.lab.pathFilter());
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Hand over ${lab.name}`}
      action="Hand over"
      busy={handOver.isPending}
      error={handOver.error?.message}
      onConfirm={() => handOver.mutate({ labId: lab.id, userId: chosen })}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3">
        <SelectField
          label="New owner"
          value={chosen}
          onChange={setChosen}
          options={others.map(({ userId, name, role }) => ({
            value: userId,
            label: `${name}, ${role}`,
          }))}
        />
        <p>They become owner and you editor, both at once. Links you made to invite people end.</p>
      </div>
    </ConfirmDialog>
  );
}
