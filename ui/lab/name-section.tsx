'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Button, Section, TextField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** The name of the lab, for its owners to change. */
export function NameSection({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [name, setName] = useState(lab.name);
  const rename = useMutation(
    trpc.lab.rename.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.lab.pathFilter()),
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename.mutate({ labId: lab.id, name });
  };
  return (
    <Section title="Name">
      <form method="post" onSubmit={submit} className="flex flex-wrap items-start gap-3">
        <TextField
          label="Name of the lab"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          hint={`Its address stays /labs/${lab.slug}, so that links go on leading here.`}
          error={rename.error?.message}
          className="w-96 max-w-full"
          required
        />
        <Button
          type="submit"
          busy={rename.isPending}
          disabled={name.trim() === lab.name}
          className="sm:mt-[22px]"
        >
          Rename
        </Button>
      </form>
    </Section>
  );
}
