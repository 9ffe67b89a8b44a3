import type { ReactNode } from 'react';

/** A list of figures; put Stat inside. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-8 gap-y-3">{children}</dl>;
}

/** One figure with its name and, small, what it is to be compared with. */
export function Stat({
  label,
  value,
  unit,
  note,
}: {
  label: ReactNode;
  value: ReactNode;
  unit?: string;
  note?: ReactNode;
}) {
  return (
    <div className="flex min-w-16 flex-col">
      <dt className="text-12 text-ink-3">{label}</dt>
      <dd className="figures text-16">
        {value}
        {unit && <span className="ml-1 text-12 text-ink-3">{unit}</span>}
      </dd>
      {note && <dd className="text-12 text-ink-3">{note}</dd>}
    </div>
  );
}
