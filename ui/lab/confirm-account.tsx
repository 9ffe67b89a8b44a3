'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FoundAccount, Role } from '~/core/contracts/index.ts';
import { Button, dateTime, Dialog, Notice } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { VerifiedBadge } from './verified-badge.tsx';

type Props = {
  labId: string;
  account: FoundAccount;
  role: Role;
  onClose: () => void;
  onAdded: () => void;
};

/** The account that was found, with what is known of whose it is. */
export function ConfirmAccount({ labId, account, role, onClose, onAdded }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const add = useMutation(
    trpc.lab.addMember.mutationOptions({
      onSuccess: async () => {
        onAdded();
        await client.invalidateQueries(trpc.lab.pathFilter());
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Add ${account.name}?`}
      description="People are found by their account. The name and the address are what was typed when it was made."
    >
      <dl className="mb-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-13 [&_dt]:text-ink-3">
        <dt>Email</dt>
        <dd className="flex flex-wrap items-center gap-2 [overflow-wrap:anywhere]">
          {account.email} <VerifiedBadge verified={account.emailVerified} />
        </dd>
        <dt>Account made</dt>
        <dd className="figures">{dateTime(account.since)} UTC</dd>
        <dt>Account code</dt>
        <dd className="figures font-medium">{account.code}</dd>
      </dl>
      {!account.emailVerified && (
        <Notice tone="warn">
          Nobody has proved that this address is theirs; anybody could have signed up under it. Ask
          the person for the code at the end of their list of labs, by telephone or in person. It
          must be the one above.
        </Notice>
      )}
      {add.error && <Notice tone="danger">{add.error.message}</Notice>}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={add.isPending}
          onClick={() => add.mutate({ labId, userId: account.userId, role })}
        >
          Add as {role}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}
