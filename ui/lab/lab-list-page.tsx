'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Badge, Button, EmptyState, plural, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, PageFrame, useMe } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { NewLabDialog } from './new-lab-dialog.tsx';

/** The labs a person may enter. */
export function LabListPage() {
  const labs = useQuery(useTRPC().lab.list.queryOptions());
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const account = me.data && !me.data.guest;
  const create = (
    <Button variant="primary" onClick={() => setAsking(true)}>
      New lab
    </Button>
  );
  return (
    <PageFrame crumbs={[{ label: 'Labs' }]} title="Labs" action={account && create}>
      <Loaded query={labs} waiting={<Skeleton className="h-36" />}>
        {(rows) => (
          <>
            <ul aria-label="Labs" className="divide-y divide-line border-y border-line">
              {rows.map((lab) => (
                <LabRow key={lab.id} lab={lab} />
              ))}
            </ul>
            {account && !rows.some((lab) => lab.role !== null) && (
              <div className="mt-4">
                <EmptyState title="You have no lab of your own yet" action={create}>
                  A lab holds connectomes, models and rooms, and the people who may use them.
                </EmptyState>
              </div>
            )}
            {me.data?.code && (
              <p className="mt-4 text-12 text-ink-3">
                Your account code is <span className="figures text-ink-2">{me.data.code}</span>. Who
                adds you to a lab asks for it, to be sure that the account is yours.
              </p>
            )}
          </>
        )}
      </Loaded>
      <NewLabDialog open={asking} onOpenChange={setAsking} />
    </PageFrame>
  );
}

function LabRow({ lab }: { lab: LabSummary }) {
  const { counts } = lab;
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 hover:bg-surface-2">
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex items-center gap-2">
          <Link
            href={labHref(lab.slug)}
            className="truncate rounded text-14 font-medium after:absolute after:inset-0 hover:underline"
          >
            {lab.name}
          </Link>
          <Badge>{lab.role ?? 'open to guests'}</Badge>
        </div>
        <p className="figures truncate text-12 text-ink-3">{lab.slug}</p>
      </div>
      <p className="text-12 text-ink-2">
        {plural(counts.connectomes, 'connectome')}, {plural(counts.models, 'model')},{' '}
        {plural(counts.rooms, 'room')}, {plural(counts.runs, 'run')},{' '}
        {plural(counts.members, 'person', 'people')}
      </p>
    </li>
  );
}
