'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, CopyLine, dateTime, Dialog, Notice } from '~/ui/kit/index.ts';
import { useTRPC, type Outputs } from '~/ui/trpc/index.ts';
import { InvitationForm } from './invitation-form.tsx';

type Props = {
  labId: string;
  byMail: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Makes an invitation and shows, once, the link to give away. */
export function NewInvitationDialog({ labId, byMail, open, onOpenChange }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const create = useMutation(
    trpc.invitation.create.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.invitation.pathFilter()),
    }),
  );
  const change = (next: boolean) => {
    if (!next) create.reset();
    onOpenChange(next);
  };
  return (
    <Dialog open={open} onOpenChange={change} title="Invite by link">
      {create.data ? (
        <Made made={create.data} onDone={() => change(false)} />
      ) : (
        <InvitationForm
          byMail={byMail}
          busy={create.isPending}
          error={create.error?.message}
          onSubmit={(chosen) => create.mutate({ labId, ...chosen })}
        />
      )}
    </Dialog>
  );
}

type Made = { made: Outputs['invitation']['create']; onDone: () => void };

function Made({ made: { url, mailed, invitation }, onDone }: Made) {
  return (
    <div className="flex flex-col gap-3 text-13">
      <p>
        Whoever opens this link comes in as {invitation.role}, until{' '}
        {dateTime(invitation.expiresAt)} UTC.
      </p>
      <CopyLine label="Link of the invitation" text={url} wrap />
      {mailed === true && <Notice tone="ok">It was sent to {invitation.email}.</Notice>}
      {mailed === false && (
        <Notice tone="warn">
          The mail server did not take the letter to {invitation.email}. Give them the link
          yourself.
        </Notice>
      )}
      <Notice tone="warn">
        The link is shown only now. Give it to those it is for and to nobody else.
      </Notice>
      <Button className="self-start" onClick={onDone}>
        Done
      </Button>
    </div>
  );
}
