import { metricIds, type MetricId } from '../contracts/metric-id.ts';
import type { DirectionsReport, SteeredDirection } from '../contracts/steering-report.ts';
import { metricOf } from '../metrics/index.ts';
import { reservoirTasks } from '../reservoir/tasks/index.ts';
import { inSentence } from './names.ts';
import { shortNumber } from './plot.ts';

/** What the project aims at: monotone; of four purified ones own and any other effect over ±2 steps; of clustering at held density and reciprocity. */
const goals = { monotone: 0.98, own: 3, other: 0.5, clustering: 1.5 };
const parted: readonly MetricId[] = ['reciprocity', 'cv_out', 'cv_in', 'in_out_correlation'];

/** Of what a direction moves, as people read it; of an error more is worse. */
export function movedName(moves: SteeredDirection['moves']): string {
  const metric = metricIds.find((id) => id === moves);
  if (metric) return metricOf(metric).name;
  const task = reservoirTasks.find(({ id }) => id === moves);
  if (!task) return moves;
  return task.score.better === 'lower'
    ? `${task.name} ${task.score.name.toLowerCase()}`
    : task.name;
}

/** The largest change of another metric than the one that is moved, whichever way; null where none was measured. */
export function largestChange(
  { moves, metrics }: SteeredDirection,
  among: readonly MetricId[] = metricIds,
): SteeredDirection['metrics'][number] | null {
  const others = metrics.filter(({ metric }) => metric !== moves && among.includes(metric));
  return others.reduce<SteeredDirection['metrics'][number] | null>(
    (found, one) => (found && Math.abs(found.mean) >= Math.abs(one.mean) ? found : one),
    null,
  );
}

/** What the effects say of the goals, whichever way it falls. */
export function directionsWords(report: DirectionsReport): string[] {
  const { directions, refused } = report;
  const of = (kind: SteeredDirection['kind']) => directions.filter((one) => one.kind === kind);
  const monotone = of('aligned').filter(
    ({ own }) => own?.spearman != null && own.spearman >= goals.monotone,
  ).length;
  return [
    `Aligned: ${monotone} of ${metricIds.length} monotone (Spearman at least ${goals.monotone}); the goal is all.`,
    ...of('purified').flatMap((direction) => [
      ...beyondWords(direction, report.farthest),
      ...goalWords(direction),
    ]),
    ...refused.map(
      ({ kind, moves, why }) => `No ${kind} direction of ${inSentence(movedName(moves))}: ${why}`,
    ),
  ];
}

function beyondWords(direction: SteeredDirection, farthest: number): string[] {
  const { moves, held, length } = direction;
  const asked = `moves ${inSentence(movedName(moves))} and holds ${heldWords(held)}`;
  if (length > farthest)
    return [
      `No direction within ${farthest} standard deviations of the data ${asked}: the nearest step is ${shortNumber(length)} long.`,
    ];
  const kept = largestChange(direction, held);
  if (!kept || Math.abs(kept.mean) <= goals.other) return [];
  return [
    `No direction was found within ${farthest} standard deviations of the data that ${asked} to ${goals.other}: the best changes ${inSentence(movedName(kept.metric))} by ${shortNumber(kept.mean)}.`,
  ];
}

function goalWords(direction: SteeredDirection): string[] {
  const { moves, held, own } = direction;
  const all = held.length === metricIds.length - 1;
  const change = own?.change.mean ?? Number.NaN;
  const name = movedName(moves);
  if (all && parted.some((id) => id === moves)) {
    const other = Math.abs(largestChange(direction)?.mean ?? Number.NaN);
    const met = change >= goals.own && other <= goals.other;
    return [
      `${name} purified: own effect ${shortNumber(change)}, largest other ${shortNumber(other)}; the goal of at least ${goals.own} and at most ${goals.other} is ${met ? 'reached' : 'missed'}.`,
    ];
  }
  if (moves === 'clustering' && !all) {
    const kept = Math.abs(largestChange(direction, held)?.mean ?? Number.NaN);
    return [
      `Clustering at held ${heldWords(held)}: own effect ${shortNumber(change)}, largest held ${shortNumber(kept)}; the goal of at least ${goals.clustering} with the held at most ${goals.other} is ${change >= goals.clustering && kept <= goals.other ? 'reached' : 'missed'}.`,
    ];
  }
  return [];
}

/** "the seven others", or their names. */
export function heldWords(held: readonly MetricId[]): string {
  if (held.length === metricIds.length - 1) return 'the seven others';
  return held.map((id) => inSentence(metricOf(id).name)).join(' and ');
}
