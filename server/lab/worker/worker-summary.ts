import type { WorkerSummary } from '~/core/contracts/index.ts';
import type { WorkerRow } from '~/server/jobs/workers.ts';

export function workerSummaryOf(row: WorkerRow): WorkerSummary {
  const { id, name, device, version } = row;
  return {
    ...{ id, name, device, version },
    ofServer: row.labId === null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
