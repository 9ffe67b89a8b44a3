import type { ReactNode } from 'react';

/** What is not here yet, what to do next, and the one button that does it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-2 rounded border border-dashed border-line p-4">
      <p className="text-14 font-medium">{title}</p>
      {children && <div className="max-w-prose text-13 text-ink-2">{children}</div>}
      {action}
    </div>
  );
}
