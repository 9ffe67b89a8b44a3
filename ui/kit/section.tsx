import { useId, type ReactNode } from 'react';

type Props = {
  title: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
};

/** A part of a page with its heading, a rule above, and at most one action at the right. */
export function Section({ title, note, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 border-t border-line pt-3">
      <div className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <h2 id={id} className="text-14 font-semibold">
            {title}
          </h2>
          {note && <span className="text-12 text-ink-3">{note}</span>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
