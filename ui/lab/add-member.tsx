'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { role as roles, type Role } from '~/core/contracts/index.ts';
import { Button, SelectField, TextField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

const options = roles.options.map((value) => ({ value, label: value }));

/** Adds somebody who has an account here, by email. */
export function AddMember({ labId }: { labId: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const add = useMutation(
    trpc.lab.addMember.mutationOptions({
      onSuccess: async () => {
        setEmail('');
        await client.invalidateQueries(trpc.lab.pathFilter());
      },
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    add.mutate({ labId, email, role });
  };
  return (
    <form method="post" onSubmit={submit} className="mt-4 flex flex-wrap items-start gap-3">
      <TextField
        label="Email of the person to add"
        type="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={add.error?.message}
        hint="They need an account on this server."
        className="w-72 max-w-full"
        required
      />
      <SelectField
        label="Role"
        value={role}
        options={options}
        onChange={setRole}
        className="w-32"
      />
      <Button type="submit" busy={add.isPending} className="mt-[22px]">
        Add person
      </Button>
    </form>
  );
}
