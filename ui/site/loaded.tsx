'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Button, ButtonLink, EmptyState, Notice } from '~/ui/kit/index.ts';
import { errorCode } from '~/ui/trpc/index.ts';
import { signInHref } from './next-path.ts';
import { useMe } from './use-me.ts';

type Query<Data> = {
  data: Data | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
};
type Props<Data> = { query: Query<Data>; waiting: ReactNode; children: (data: Data) => ReactNode };

/** What a query brings, or reserved space, or why it is not there and what to do. */
export function Loaded<Data>({ query, waiting, children }: Props<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isPending) return <>{waiting}</>;
  const code = errorCode(query.error);
  if (code === 'UNAUTHORIZED') return <SignInFirst />;
  if (code === 'NOT_FOUND' || code === 'FORBIDDEN') return <NotHere />;
  return (
    <Notice tone="danger">
      <p className="mb-2">
        The server did not answer{query.error instanceof Error ? `: ${query.error.message}` : '.'}
      </p>
      <Button size="small" onClick={() => void query.refetch()}>
        Try again
      </Button>
    </Notice>
  );
}

function SignInFirst() {
  const here = usePathname();
  return (
    <EmptyState
      title="Sign in first"
      action={
        <ButtonLink variant="primary" href={signInHref(here)}>
          Sign in
        </ButtonLink>
      }
    >
      With an account, or as a guest with nothing but a name: a guest may look around the demo lab.
    </EmptyState>
  );
}

/** The same words whether a thing is missing or closed: a stranger learns nothing from them. */
export function NotHere() {
  const me = useMe();
  const here = usePathname();
  const known = me.data && !me.data.guest;
  return (
    <EmptyState
      title="There is nothing here that you may see"
      action={
        known ? (
          <ButtonLink href="/labs">Your labs</ButtonLink>
        ) : (
          <ButtonLink variant="primary" href={signInHref(here)}>
            Sign in
          </ButtonLink>
        )
      }
    >
      {known
        ? 'The address may be mistyped, or its lab has not made you a member.'
        : 'The address may be mistyped, or you may have to sign in first.'}
    </EmptyState>
  );
}
