'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Button, Dialog, SelectField, TextField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { labHref } from '~/ui/site/index.ts';

type Props = { lab: LabSummary; modelId?: string | undefined; onClose: () => void };

/** Asks for a name and a model, makes the room and goes there. */
export function NewRoomDialog({ lab, modelId: first, onClose }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const models = useQuery(trpc.model.list.queryOptions({ labId: lab.id })).data;
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(first ?? null);
  const modelId = chosen ?? models?.[0]?.id ?? '';
  const create = useMutation(
    trpc.room.create.mutationOptions({
      onSuccess: async (room) => {
        await client.invalidateQueries(trpc.room.list.queryFilter());
        router.push(labHref(lab.slug, 'maps', room.model.id, room.id));
      },
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate({ modelId, name });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Open a room">
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        <SelectField
          label="Model"
          value={modelId}
          onChange={setChosen}
          options={(models ?? []).map((model) => ({
            value: model.id,
            label: `${model.name}, version ${model.version}`,
          }))}
        />
        <TextField
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          error={create.error?.message}
          required
        />
        <Button
          type="submit"
          variant="primary"
          disabled={modelId === ''}
          busy={create.isPending}
          className="self-start"
        >
          Open room
        </Button>
      </form>
    </Dialog>
  );
}
