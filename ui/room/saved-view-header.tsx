import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ViewDetail } from '~/core/contracts/index.ts';
import { Breadcrumb, ThemeToggle } from '~/ui/kit/index.ts';
import { labHref } from '~/ui/site/index.ts';
import { Share } from './room-header.tsx';

/** Where this is, and what can be done with it. */
export function SavedViewHeader({ view, actions }: { view: ViewDetail; actions: ReactNode }) {
  const { slug, name } = view.lab;
  return (
    <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1">
      <Link href="/" className="rounded text-14 font-semibold tracking-tight">
        Latentome
      </Link>
      <div className="order-last min-w-0 basis-full md:order-none md:flex-1 md:basis-0">
        <Breadcrumb
          crumbs={[
            { label: name, href: labHref(slug) },
            { label: 'Views', href: labHref(slug, 'views') },
            { label: view.title },
          ]}
        />
      </div>
      <div className="ml-auto flex flex-wrap items-center gap-2">
        {actions}
        <div className="flex items-center gap-2 max-md:hidden">
          <Share />
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
}
