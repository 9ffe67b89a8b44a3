'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { Button, Dialog, TextField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { labHref } from '~/ui/site/index.ts';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** Asks for the name of a new lab and goes there. */
export function NewLabDialog({ open, onOpenChange }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation(
    trpc.lab.create.mutationOptions({
      onSuccess: async (lab) => {
        await client.invalidateQueries(trpc.lab.list.queryFilter());
        router.push(labHref(lab.slug));
      },
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate({ name });
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="New lab">
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          hint="You become its owner. Nobody else sees it until you add them."
          error={create.error?.message}
          required
        />
        <Button type="submit" variant="primary" busy={create.isPending} className="self-start">
          Create lab
        </Button>
      </form>
    </Dialog>
  );
}
