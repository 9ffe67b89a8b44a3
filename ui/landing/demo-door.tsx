'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { PageFrame, useMe } from '~/ui/site/index.ts';
import { useDemoHref } from './use-demo-href.ts';

/** Opens the demo room for whoever comes, past the sign-in for who has no name yet. */
export function DemoDoor() {
  const router = useRouter();
  const { isPending } = useMe();
  const { href, settled } = useDemoHref();
  useEffect(() => {
    if (!isPending && settled) router.replace(href);
  }, [router, href, isPending, settled]);
  return (
    <PageFrame>
      <p className="text-13 text-ink-2" role="status">
        Opening the demo room.
      </p>
    </PageFrame>
  );
}
