import { classNames } from './class-names.ts';

/** Reserved space while something loads; give it the height of what will come. */
export function Skeleton({ className, label = 'Loading' }: { className?: string; label?: string }) {
  return (
    <div role="status" className={classNames('rounded bg-surface-2 pulse', className)}>
      <span className="sr-only">{label}</span>
    </div>
  );
}
