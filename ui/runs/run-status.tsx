'use client';
import { useEffect, useState } from 'react';
import type { LabSummary, RunDetail } from '~/core/contracts/index.ts';
import { duration, Notice, Progress } from '~/ui/kit/index.ts';
import { isOver, RunState, runWords } from './run-state.tsx';
import { RunWaitingNote } from './run-waiting.tsx';

/** Seconds since a time, counted every second while `running`. */
function useElapsed(from: string | null, to: string | null): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const first = setTimeout(tick);
    const timer = to === null ? setInterval(tick, 1000) : undefined;
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [to]);
  if (from === null) return null;
  const end = to === null ? now : Date.parse(to);
  return end === null ? null : Math.max(0, (end - Date.parse(from)) / 1000);
}

type Props = { run: RunDetail; lab: LabSummary | undefined; live: boolean };

/** What the run is doing and how far it is; an end says how it ended and why. */
export function RunStatus({ run, lab, live }: Props) {
  const elapsed = useElapsed(run.startedAt, run.endedAt);
  const over = isOver(run);
  const progress = run.state === 'succeeded' ? 1 : run.progress;
  return (
    <div className="mb-5 flex flex-col gap-2">
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2">
        <RunState run={run} />
        {!over && <span className="figures">{Math.round(progress * 100)} %</span>}
        {elapsed !== null && <span className="figures">{duration(elapsed)}</span>}
        {run.worker && <span>on {run.worker}</span>}
        {run.attempt > 1 && <span>attempt {run.attempt}</span>}
        {!over && !live && <span className="text-warn">connection lost, trying again</span>}
      </div>
      <Progress
        label="Progress of the run"
        value={run.state === 'queued' && run.attempt === 0 ? 0 : progress}
        text={`${runWords(run)}, ${Math.round(progress * 100)} %`}
      />
      {run.waiting && lab && <RunWaitingNote waiting={run.waiting} lab={lab} />}
      {run.error && (
        <Notice tone={run.state === 'failed' ? 'danger' : 'warn'}>
          <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{run.error}</span>
        </Notice>
      )}
    </div>
  );
}
