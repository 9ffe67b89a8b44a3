import Link from 'next/link';
import type { ReactNode } from 'react';

type Props = {
  href: string;
  picture: ReactNode;
  title: string;
  state?: ReactNode;
  /** One line of what it is made of. */
  about: ReactNode;
  figures?: ReactNode;
  /** Stands above the link that the whole row is. */
  action?: ReactNode;
};

/** The list these rows stand in. */
export function ItemList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {children}
    </ul>
  );
}

/** A thing of a lab: its picture, its name, its state. */
export function ItemRow({ href, picture, title, state, about, figures, action }: Props) {
  return (
    <li className="relative flex min-h-18 items-center gap-3 py-2 hover:bg-surface-2">
      <div className="h-14 w-20 shrink-0 overflow-hidden rounded bg-surface-2">{picture}</div>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <Link
            href={href}
            className="min-w-0 rounded text-14 font-medium [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
          >
            {title}
          </Link>
          {state}
        </div>
        <div className="text-12 text-ink-3 [overflow-wrap:anywhere]">{about}</div>
      </div>
      {figures && <div className="hidden shrink-0 sm:block">{figures}</div>}
      {action && <div className="relative shrink-0">{action}</div>}
    </li>
  );
}

/** Rows that are not there yet, at their height. */
export function RowsWaiting({ rows = 1 }: { rows?: number }) {
  return (
    <div role="status" className="divide-y divide-line">
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex min-h-18 items-center gap-3 py-2">
          <div className="pulse h-14 w-20 rounded bg-surface-2" />
          <div className="pulse h-4 w-48 rounded bg-surface-2" />
        </div>
      ))}
    </div>
  );
}
