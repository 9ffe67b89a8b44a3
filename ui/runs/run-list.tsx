import Link from 'next/link';
import type { RunSummary } from '~/core/contracts/index.ts';
import { dateTime, Progress } from '~/ui/kit/index.ts';
import { isOver, RunState } from './run-state.tsx';

type Props = { runs: readonly RunSummary[]; href: (runId: string) => string };

/** Runs, the newest first, each with its state and progress. */
export function RunList({ runs, href }: Props) {
  return (
    <ul aria-label="Runs" className="divide-y divide-line">
      {runs.map((run) => (
        <li
          key={run.id}
          className="relative flex min-h-14 flex-col justify-center gap-1 py-2 hover:bg-surface-2"
        >
          <div className="flex flex-wrap items-center gap-x-2">
            <Link
              href={href(run.id)}
              className="min-w-0 rounded text-14 font-medium [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
            >
              {run.name}
            </Link>
            <RunState run={run} />
          </div>
          <p className="text-12 text-ink-3">
            {run.connectome.name}, by {run.createdBy}, {dateTime(run.createdAt)} UTC
            {run.worker && `, on ${run.worker}`}
          </p>
          {!isOver(run) && <Progress label={`Progress of ${run.name}`} value={run.progress} />}
          {run.error && <p className="truncate text-12 text-danger">{run.error}</p>}
        </li>
      ))}
    </ul>
  );
}
