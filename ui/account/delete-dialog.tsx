'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState, type SubmitEvent } from 'react';
import type { AccountDetail, DeletionPlan } from '~/core/contracts/index.ts';
import { Button, Dialog, Notice, Skeleton, TextField } from '~/ui/kit/index.ts';
import { auth, labHref, Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

type Props = { account: AccountDetail; onClose: () => void };

/** Says what goes with the account before it asks for the password; or what has to be done first. */
export function DeleteDialog({ account, onClose }: Props) {
  const query = useQuery(useTRPC().account.deletion.queryOptions(undefined, { staleTime: 0 }));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Delete your account?">
      <Loaded query={query} waiting={<Skeleton className="h-40" />}>
        {(plan) =>
          plan.blocking.length > 0 ? (
            <HandOverFirst labs={plan.blocking} />
          ) : (
            <Confirm account={account} plan={plan} onClose={onClose} />
          )
        }
      </Loaded>
    </Dialog>
  );
}

function HandOverFirst({ labs }: { labs: DeletionPlan['blocking'] }) {
  return (
    <div className="flex flex-col gap-3 text-13">
      <p className="text-ink-2">
        You are the only owner of these labs, and others are in them. Hand each over first, or make
        somebody else owner.
      </p>
      <ul aria-label="Labs to hand over" className="divide-y divide-line border-y border-line">
        {labs.map(({ id, slug, name }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-1.5">
            <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
            <Link href={labHref(slug, 'settings')} className="shrink-0 underline">
              Settings
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Confirm({ account, plan, onClose }: Props & { plan: DeletionPlan }) {
  const [password, setPassword] = useState('');
  const needsPassword = account.ways.some(({ way }) => way === 'credential');
  const remove = useMutation({
    mutationFn: async () => {
      const { error } = await auth.deleteUser(needsPassword ? { password } : {});
      if (error) throw new Error(error.message ?? 'The account was not deleted.');
    },
    onSuccess: () => window.location.assign('/'),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    remove.mutate();
  };
  const names = (labs: DeletionPlan['deleted']) => labs.map(({ name }) => name).join(', ');
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3 text-13">
      {plan.deleted.length > 0 && (
        <Notice tone="warn">
          Nobody else is in {names(plan.deleted)}.{' '}
          {plan.deleted.length === 1 ? 'It is' : 'They are'} deleted too, with all they hold.
        </Notice>
      )}
      {plan.left.length > 0 && (
        <p className="text-ink-2">
          You leave {names(plan.left)}; what you made there stays, as made by a former member.
        </p>
      )}
      <p className="text-ink-2">This cannot be taken back. Download your data before.</p>
      {needsPassword && (
        <TextField
          label="Your password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          required
        />
      )}
      {remove.error && <Notice tone="danger">{remove.error.message}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" busy={remove.isPending || remove.isSuccess}>
          Delete my account
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
