import { classKind } from './colour.ts';
import { foldLabels } from './fold-labels.ts';

/** The mark of one class: disc, diamond or square in its colour. */
export function ClassMark({ value }: { value: string }) {
  const kind = classKind(value);
  const look = {
    excitatory: 'fill-excitatory',
    inhibitory: 'fill-inhibitory',
    neutral: 'fill-neutral',
  }[kind];
  return (
    <svg aria-hidden viewBox="0 0 10 10" className={`inline-block size-2.5 ${look}`}>
      {kind === 'excitatory' && <circle cx="5" cy="5" r="4" />}
      {kind === 'inhibitory' && <path d="M5 0 10 5 5 10 0 5Z" />}
      {kind === 'neutral' && <rect x="1.5" y="1.5" width="7" height="7" />}
    </svg>
  );
}

/** Legend of the classes that occur. */
export function ClassLegend({ values }: { values: readonly string[] }) {
  const distinct = [...new Set(values)].sort().slice(0, 6);
  return (
    <ul className="flex flex-wrap gap-x-3">
      {distinct.map((value) => (
        <li key={value} className="flex items-center gap-1">
          <ClassMark value={value} />
          {value === '' ? 'no class' : value}
        </li>
      ))}
    </ul>
  );
}

/** Legend of the folds. */
export function FoldLegend() {
  return (
    <ul className="flex flex-wrap gap-x-3">
      {foldLabels.map(({ fold, label }) => (
        <li key={fold} className="flex items-center gap-1">
          <svg aria-hidden viewBox="0 0 10 10" className="size-2.5">
            <circle cx="5" cy="5" r="4" fill={`var(--fold-${fold})`} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
