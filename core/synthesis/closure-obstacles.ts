import type { MetricId } from '../contracts/model.ts';
import { structureMetricOf } from '../metrics/index.ts';
import type { Obstacle, Question } from './obstacle.ts';
import { valueWish, type SynthesisRequest } from './request.ts';

type Rule = (request: SynthesisRequest) => Obstacle | null;

const closures = ['clustering', 'feed_forward', 'cycles'] as const satisfies readonly MetricId[];
const nameOf = (metric: MetricId) => structureMetricOf(metric).name;

/** Without triangles no path of two steps is closed, and a closed path is a triangle. */
const withoutTriangles: Rule = (request) => {
  const none = closures.find((metric) => request[metric]?.high === 0);
  const some = closures.filter((metric) => (request[metric]?.low ?? 0) > 0);
  const [first] = some;
  if (!none || !first) return null;
  // Clustering alone can be above 0 without loops or without shortcuts.
  if (none !== 'clustering' && !some.includes('clustering')) return null;
  const closing = closures.filter((metric) => metric !== 'clustering');
  if (none !== 'clustering' && !closing.every((metric) => request[metric]?.high === 0)) return null;
  return {
    metrics: [none, ...some],
    problem: `${nameOf(none)} 0 leaves no triangle, and ${nameOf(first).toLowerCase()} above 0 needs one.`,
    remedy: `Ask for ${nameOf(first).toLowerCase()} 0, or leave ${nameOf(none).toLowerCase()} out.`,
    nearest: some.reduce<SynthesisRequest>(
      (nearest, metric) => ({ ...nearest, [metric]: valueWish(0) }),
      request,
    ),
  };
};

/** A path that is closed both by a shortcut and into a loop has mutual ends. */
const withoutMutual: Rule = (request) => {
  const { reciprocity, feed_forward: shortcut, cycles } = request;
  if (reciprocity?.high !== 0 || !shortcut || !cycles || shortcut.low + cycles.low <= 1)
    return null;
  return {
    metrics: ['reciprocity', 'feed_forward', 'cycles'],
    problem:
      'At reciprocity 0 a path is closed one way at most: feed-forward closure and cycles are together at most 1.',
    remedy: `Ask for cycles of ${1 - shortcut.low} or less, or for reciprocity above 0.`,
    nearest: { ...request, cycles: valueWish(1 - shortcut.low) },
  };
};

/** When every connection is answered the circuit is the same in both directions. */
const allMutual: Rule = (request) => {
  if ((request.reciprocity?.low ?? 0) < 1) return null;
  const { in_out_correlation: correlation } = request;
  if (correlation && correlation.high < 1)
    return {
      metrics: ['reciprocity', 'in_out_correlation'],
      problem:
        'At reciprocity 1 every neuron receives as many connections as it makes: in-out correlation is 1.',
      remedy: 'Ask for in-out correlation 1, or for a lower reciprocity.',
      nearest: { ...request, in_out_correlation: valueWish(1) },
    };
  for (const group of [['cv_out', 'cv_in'], closures] as const) {
    const asked = group.filter((metric) => request[metric]);
    const low = Math.max(...asked.map((metric) => request[metric]?.low ?? 0));
    const high = Math.min(...asked.map((metric) => request[metric]?.high ?? 0));
    if (asked.length < 2 || low <= high) continue;
    const names = asked.map((metric) => nameOf(metric)).join(', ');
    return {
      metrics: ['reciprocity', ...asked],
      problem: `At reciprocity 1 these are equal: ${names}.`,
      remedy: 'Ask the same of them, or for a lower reciprocity.',
      nearest: asked.reduce<SynthesisRequest>(
        (nearest, metric) => ({ ...nearest, [metric]: valueWish((low + high) / 2) }),
        request,
      ),
    };
  }
  return null;
};

/** What closed paths and mutual connections allow together. */
export function closureObstacles({ request }: Question): Obstacle[] {
  return [withoutTriangles, withoutMutual, allMutual].flatMap((rule) => rule(request) ?? []);
}
