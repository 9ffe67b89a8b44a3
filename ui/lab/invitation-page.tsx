'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { InvitationSeen } from '~/core/contracts/index.ts';
import { Button, ButtonLink, dateTime, EmptyState, Notice, Skeleton } from '~/ui/kit/index.ts';
import { labHref, PageFrame, signInHref, useMe } from '~/ui/site/index.ts';
import { errorCode, useTRPC } from '~/ui/trpc/index.ts';

const closed = {
  expired: 'This invitation has expired',
  revoked: 'This invitation was taken back',
  used: 'This invitation has been used as often as it may',
  unknown: 'This is no invitation of this server',
};

/** What a link leads to, and the button that goes in. */
export function InvitationPage({ token }: { token: string }) {
  const query = useQuery(useTRPC().invitation.look.queryOptions({ token }));
  const { data, error } = query;
  return (
    <PageFrame>
      <div className="mx-auto flex max-w-lg flex-col gap-4 pt-4">
        <h1 className="text-20 font-semibold">Invitation</h1>
        {query.isPending && <Skeleton className="h-44" />}
        {data?.state === 'open' && <Open seen={data} token={token} />}
        {data && data.state !== 'open' && <Shut why={data.state} />}
        {error && errorCode(error) === 'NOT_FOUND' && !data && <Shut why="unknown" />}
        {error && errorCode(error) !== 'NOT_FOUND' && !data && (
          <Notice tone="danger">{error.message}</Notice>
        )}
      </div>
    </PageFrame>
  );
}

function Shut({ why }: { why: keyof typeof closed }) {
  return (
    <EmptyState title={closed[why]} action={<ButtonLink href="/labs">Your labs</ButtonLink>}>
      {why === 'unknown'
        ? 'The link may have been cut on its way. Ask whoever sent it to send it again.'
        : 'Ask whoever sent it for a new one.'}
    </EmptyState>
  );
}

type OpenProps = { seen: Extract<InvitationSeen, { state: 'open' }>; token: string };

function Open({ seen, token }: OpenProps) {
  const { lab, role, invitedBy, expiresAt, member } = seen;
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-13 [&_dt]:text-ink-3">
        <dt>Lab</dt>
        <dd className="text-14 font-medium [overflow-wrap:anywhere]">{lab.name}</dd>
        <dt>Role</dt>
        <dd>{role}</dd>
        <dt>Invited by</dt>
        <dd className="[overflow-wrap:anywhere]">{invitedBy}</dd>
        <dt>Good until</dt>
        <dd className="figures">{dateTime(expiresAt)} UTC</dd>
      </dl>
      {member ? (
        <EmptyState
          title={`You are in this lab already, as ${member}`}
          action={
            <ButtonLink variant="primary" href={labHref(lab.slug)}>
              Open the lab
            </ButtonLink>
          }
        />
      ) : (
        <Enter token={token} role={role} />
      )}
    </>
  );
}

function Enter({ token, role }: { token: string; role: string }) {
  const me = useMe();
  const accept = useMutation(
    useTRPC().invitation.accept.mutationOptions({
      onSuccess: ({ slug }) => window.location.assign(labHref(slug)),
    }),
  );
  if (me.isPending) return <Skeleton className="h-16" />;
  if (!me.data || me.data.guest)
    return (
      <EmptyState
        title="You need an account to come in"
        action={
          <ButtonLink variant="primary" href={signInHref(`/invite/${token}`)}>
            Sign in or create an account
          </ButtonLink>
        }
      >
        You come back here afterwards.
      </EmptyState>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        variant="primary"
        busy={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate({ token })}
      >
        Come in as {role}
      </Button>
      <p className="text-12 text-ink-3">Signed in as {me.data.name}.</p>
      {accept.error && <Notice tone="danger">{accept.error.message}</Notice>}
    </div>
  );
}
