import {
  metricIds,
  reservoirTaskIds,
  scoreId,
  type Claimable,
  type Prediction,
} from '~/core/contracts/index.ts';
import { claimRadius } from '~/core/directions/index.ts';
import { metricOf } from '~/core/metrics/index.ts';
import { reservoirTaskOf } from '~/core/reservoir/index.ts';

/** Everything a claim can be about, as people read it. */
export const claimables: readonly { value: Claimable; label: string }[] = [
  ...metricIds.map((id) => ({ value: id, label: metricOf(id).name })),
  ...reservoirTaskIds.map((task) => ({
    value: scoreId(task),
    label: `${reservoirTaskOf(task).name} at ${claimRadius}`,
  })),
];

/** Of a metric or score; its id where it is not known here. */
export const claimableName = (id: string): string =>
  claimables.find(({ value }) => value === id)?.label ?? id;

/** "Reciprocity rises, density stays; less than 0.5 sd counts as no change." */
export function predictionWords({ statements, threshold }: Prediction): string {
  const each = statements.map(
    ({ metric, change }, k) =>
      `${k === 0 ? claimableName(metric) : claimableName(metric).toLowerCase()} ${change}`,
  );
  return `${each.join(', ')}; up to ${threshold} sd counts as no change.`;
}
