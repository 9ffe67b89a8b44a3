'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Button, dateTime, TextField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import type { Steerable } from './direction.ts';
import type { Directions } from './use-directions.ts';

type Props = { directions: Directions; direction: Steerable; onClose: () => void };

/** Keeps a direction for the lab under a name, or takes a kept one away. */
export function KeepDirection({ directions, direction, onClose }: Props) {
  const { scene, effects, remove, measuring } = directions;
  const { model } = scene;
  const { saved } = direction;
  const trpc = useTRPC();
  const client = useQueryClient();
  const [name, setName] = useState(direction.name);
  const refresh = () =>
    client.invalidateQueries(trpc.direction.list.queryFilter({ modelId: model.id }));
  const onSuccess = async () => {
    await refresh();
    remove(direction.id);
    onClose();
  };
  const save = useMutation(trpc.direction.save.mutationOptions({ onSuccess }));
  const takeAway = useMutation(trpc.direction.remove.mutationOptions({ onSuccess }));
  if (!scene.canWrite) return saved && <By saved={saved} />;
  if (saved)
    return (
      <div className="mt-3 flex items-center justify-between gap-3">
        <By saved={saved} />
        <Button
          size="small"
          variant="danger"
          busy={takeAway.isPending}
          onClick={() => takeAway.mutate({ labId: model.labId, directionId: saved.id })}
        >
          Remove
        </Button>
        {takeAway.error && (
          <p role="alert" className="text-12 text-danger">
            {takeAway.error.message}
          </p>
        )}
      </div>
    );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate({
      modelId: model.id,
      modelSha256: model.sha256,
      name,
      protocol: direction.protocol,
      vector: [...direction.vector],
      effects: effects.get(direction.id)?.measured ?? null,
    });
  };
  return (
    <form method="post" onSubmit={submit} className="mt-3 flex items-end gap-2">
      <TextField
        label="Keep it for the lab as"
        className="flex-1"
        value={name}
        onChange={({ target }) => setName(target.value)}
        maxLength={80}
        error={save.error?.message}
        required
      />
      <Button type="submit" busy={save.isPending} disabled={measuring.progress !== null}>
        Keep
      </Button>
    </form>
  );
}

function By({ saved }: { saved: NonNullable<Steerable['saved']> }) {
  return (
    <p className="mt-3 text-12 text-ink-3">
      {`Kept by ${saved.by.name || 'somebody who has left'}, ${dateTime(saved.createdAt)}.`}
    </p>
  );
}
