import Link from 'next/link';
import type { ReactNode } from 'react';
import { Breadcrumb, ThemeToggle, type Crumb } from '~/ui/kit/index.ts';
import { AccountMenu } from './account-menu.tsx';

type Props = {
  crumbs?: readonly Crumb[];
  title?: ReactNode;
  /** Under the title: one line of what this is. */
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
};

/** Header with the way here, then the page. Every page but the room stands in it. */
export function PageFrame({ crumbs = [], title, lead, action, children }: Props) {
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-2"
      >
        Skip to content
      </a>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-1.5">
          <Link href="/" className="rounded text-14 font-semibold tracking-tight">
            Latentome
          </Link>
          {crumbs.length > 0 && <span aria-hidden className="hidden h-4 w-px bg-line sm:block" />}
          <div className="order-3 min-w-0 basis-full sm:order-none sm:flex-1 sm:basis-0">
            {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
          </div>
          <nav
            aria-label="Account"
            className="ml-auto flex min-h-7 min-w-0 items-center gap-0.5 sm:ml-0"
          >
            <Link
              href="/labs"
              className={`${crumbs.length > 0 ? 'max-sm:hidden ' : ''}rounded px-1.5 py-0.5 text-13 text-ink-2 hover:bg-surface-3 hover:text-ink`}
            >
              Labs
            </Link>
            <AccountMenu />
            <ThemeToggle />
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-7xl px-4 pb-16 pt-4 outline-none">
        {title && (
          <div className="mb-4 flex min-h-8 flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <div className="min-w-0">
              <h1 className="text-20 font-semibold [overflow-wrap:anywhere]">{title}</h1>
              {lead && <div className="text-13 text-ink-2">{lead}</div>}
            </div>
            {action && <div className="flex flex-wrap gap-2">{action}</div>}
          </div>
        )}
        {children}
      </main>
    </>
  );
}
