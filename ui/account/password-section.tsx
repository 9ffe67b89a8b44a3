'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Button, Notice, Section, TextField } from '~/ui/kit/index.ts';
import { auth } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** A new password for the old one; every other session ends with it. */
export function PasswordSection() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: async () => {
      const { error } = await auth.changePassword({
        currentPassword: current,
        newPassword: next,
        revokeOtherSessions: true,
      });
      if (error) throw new Error(error.message ?? 'The password was refused.');
    },
    onSuccess: async () => {
      setCurrent('');
      setNext('');
      await client.invalidateQueries(trpc.account.sessions.queryFilter());
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Section title="Password" note="Changing it signs you out everywhere else.">
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        <div className="flex flex-wrap items-start gap-3">
          <TextField
            label="Current password"
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
            className="w-72 max-w-full"
            required
          />
          <TextField
            label="New password"
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.target.value)}
            minLength={8}
            maxLength={128}
            hint="At least 8 characters."
            className="w-72 max-w-full"
            required
          />
        </div>
        {change.error && <Notice tone="danger">{change.error.message}</Notice>}
        {change.isSuccess && <Notice tone="ok">The password is changed.</Notice>}
        <Button type="submit" busy={change.isPending} className="self-start">
          Change password
        </Button>
      </form>
    </Section>
  );
}
