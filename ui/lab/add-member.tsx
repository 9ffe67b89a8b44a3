'use client';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { role as roles, type FoundAccount, type Role } from '~/core/contracts/index.ts';
import { Button, SelectField, TextField } from '~/ui/kit/index.ts';
import { useTRPCClient } from '~/ui/trpc/index.ts';
import { ConfirmAccount } from './confirm-account.tsx';

const options = roles.options.map((value) => ({ value, label: value }));

/** Finds somebody who has an account here by email, and shows the account before it is added. */
export function AddMember({ labId }: { labId: string }) {
  const api = useTRPCClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [found, setFound] = useState<FoundAccount | null>(null);
  const find = useMutation({
    mutationFn: () => api.lab.findAccount.query({ labId, email }),
    onSuccess: setFound,
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    find.mutate();
  };
  return (
    <>
      <form method="post" onSubmit={submit} className="mt-4 flex flex-wrap items-start gap-3">
        <TextField
          label="Email of the person to add"
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={find.error?.message}
          hint="They need an account on this server. You are shown the account before it is added."
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
        <Button type="submit" busy={find.isPending} className="mt-[22px]">
          Find account
        </Button>
      </form>
      {found && (
        <ConfirmAccount
          labId={labId}
          account={found}
          role={role}
          onClose={() => setFound(null)}
          onAdded={() => {
            setFound(null);
            setEmail('');
          }}
        />
      )}
    </>
  );
}
