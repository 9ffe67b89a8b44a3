import type { RunSummary } from '~/core/contracts/index.ts';
import { Badge } from '~/ui/kit/index.ts';

/** What a run is doing, in words: never more than is known. */
export function runWords(run: RunSummary): string {
  if (run.cancelRequested && (run.state === 'queued' || run.state === 'running'))
    return 'cancelling';
  if (run.state === 'queued')
    return run.attempt > 0 ? 'queued again, waiting for a worker' : 'waiting for a worker';
  if (run.state === 'running') return run.phase ?? 'starting';
  return run.state;
}

const tones = {
  queued: 'plain',
  running: 'accent',
  succeeded: 'ok',
  failed: 'danger',
  cancelled: 'warn',
} as const;

export function RunState({ run }: { run: RunSummary }) {
  return <Badge tone={tones[run.state]}>{runWords(run)}</Badge>;
}

export function isOver(run: RunSummary): boolean {
  return run.state === 'succeeded' || run.state === 'failed' || run.state === 'cancelled';
}
