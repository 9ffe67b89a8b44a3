'use client';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, ButtonLink, Skeleton } from '~/ui/kit/index.ts';
import { Loaded, PageFrame, signInHref, useMe } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { DeleteSection } from './delete-section.tsx';
import { ExportSection } from './export-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { PersonSection } from './person-section.tsx';
import { SessionSection } from './session-section.tsx';

/** All that an account is, and what its person may do with it. */
export function AccountPage() {
  const me = useMe();
  const guest = me.data?.guest ?? false;
  return (
    <PageFrame crumbs={[{ label: 'Account' }]} title="Account">
      {me.isPending && <Skeleton className="h-80" />}
      {guest && (
        <EmptyState
          title="You are a guest here"
          action={
            <ButtonLink variant="primary" href={signInHref('/account')}>
              Create an account
            </ButtonLink>
          }
        >
          A guest has a name and nothing else: no password, no labs, nothing to keep.
        </EmptyState>
      )}
      {me.isFetched && !guest && <Sections />}
    </PageFrame>
  );
}

function Sections() {
  const query = useQuery(useTRPC().account.get.queryOptions());
  return (
    <Loaded query={query} waiting={<Skeleton className="h-80" />}>
      {(account) => (
        <div className="flex flex-col gap-8">
          <PersonSection account={account} />
          {account.ways.some(({ way }) => way === 'credential') && <PasswordSection />}
          <SessionSection />
          <ExportSection />
          <DeleteSection account={account} />
        </div>
      )}
    </Loaded>
  );
}
