'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Button, CopyLine, Dialog, Notice, TextField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

type Props = { labId: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Makes a token and shows, once, the line that starts a worker with it. */
export function NewWorkerDialog({ labId, open, onOpenChange }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation(
    trpc.worker.create.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.worker.pathFilter()),
    }),
  );
  const change = (next: boolean) => {
    if (!next) {
      create.reset();
      setName('');
    }
    onOpenChange(next);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate({ labId, name });
  };
  return (
    <Dialog open={open} onOpenChange={change} title="Add a worker">
      {create.data ? (
        <div className="flex flex-col gap-3 text-13">
          <p>
            Run one of these on the machine that shall train. Python 3.11 or newer with its venv
            module is enough.
          </p>
          <CopyLine label="Line that starts the worker" text={create.data.command} wrap />
          <CopyLine label="On a machine with an NVIDIA GPU" text={create.data.cudaCommand} wrap />
          {['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname) && (
            <Notice tone="warn">
              This page was opened at an address that only this machine has. For a worker elsewhere
              open it at one the other machine can reach (README, Beyond this machine).
            </Notice>
          )}
          <Notice tone="warn">
            The token in it is shown only now. Whoever has it can take runs of this lab.
          </Notice>
          <Button className="self-start" onClick={() => change(false)}>
            Done
          </Button>
        </div>
      ) : (
        <form method="post" onSubmit={submit} className="flex flex-col gap-3">
          <TextField
            label="Name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={80}
            hint="Of the machine, so that runs can say where they ran."
            error={create.error?.message}
            required
          />
          <Button type="submit" variant="primary" busy={create.isPending} className="self-start">
            Make token
          </Button>
        </form>
      )}
    </Dialog>
  );
}
