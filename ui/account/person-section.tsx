'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { AccountDetail, SignInWay } from '~/core/contracts/index.ts';
import { Badge, Button, dateTime, Section, TextField } from '~/ui/kit/index.ts';
import { auth } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

const ways: Record<SignInWay, string> = {
  credential: 'email and password',
  github: 'GitHub',
  orcid: 'ORCID',
};

/** Name, address, code, and the doors this account comes in by. */
export function PersonSection({ account }: { account: AccountDetail }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [name, setName] = useState(account.name);
  const rename = useMutation({
    mutationFn: async () => {
      const { error } = await auth.updateUser({ name: name.trim() });
      if (error) throw new Error(error.message ?? 'The name was refused.');
    },
    onSuccess: () => client.invalidateQueries(trpc.account.pathFilter()),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename.mutate();
  };
  return (
    <Section title="You">
      <dl className="mb-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-13 [&_dt]:text-ink-3">
        <dt>Email</dt>
        <dd className="flex flex-wrap items-center gap-2 [overflow-wrap:anywhere]">
          {account.email ?? 'none'}
          {account.email !== null && !account.emailVerified && (
            <Badge tone="warn">not verified</Badge>
          )}
        </dd>
        <dt>Account code</dt>
        <dd className="figures">{account.code}</dd>
        <dt>Signs in by</dt>
        <dd>{account.ways.map(({ way }) => ways[way]).join(', ')}</dd>
        <dt>Made</dt>
        <dd className="figures">{dateTime(account.createdAt)} UTC</dd>
      </dl>
      <form method="post" onSubmit={submit} className="flex flex-wrap items-start gap-3">
        <TextField
          label="Name others see"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          autoComplete="name"
          error={rename.error?.message}
          className="w-72 max-w-full"
          required
        />
        <Button
          type="submit"
          busy={rename.isPending}
          disabled={name.trim() === account.name || name.trim() === ''}
          className="sm:mt-[22px]"
        >
          Change name
        </Button>
      </form>
    </Section>
  );
}
