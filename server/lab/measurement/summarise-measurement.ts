import type { MeasurementSummary } from '~/core/contracts/index.ts';
import type { measurement } from '~/db/schema/index.ts';

export function summariseMeasurement(row: typeof measurement.$inferSelect): MeasurementSummary {
  const { id, labId, modelId, runId, name, sha256 } = row;
  return { id, labId, modelId, runId, name, sha256, createdAt: row.createdAt.toISOString() };
}
