import { metricIds, type MetricId } from '../contracts/model.ts';
import { structureMetricOf } from '../metrics/index.ts';
import { shown, wishText, type Obstacle, type Question } from './obstacle.ts';
import { beyond, nearestWithin, type SynthesisRequest, type Wish } from './request.ts';

/** What whole numbers of connections allow: values of a circuit of `edges` connections, `mutual` of them answered. */
type Possible = { edges: number; values: Partial<Record<MetricId, number>>; error: number };

const counted = [
  'density',
  'reciprocity',
  'cv_out',
  'cv_in',
] as const satisfies readonly MetricId[];

/**
 * Density, reciprocity and the spread of degrees hang together, because connections are whole: E of N (N - 1), an even
 * number of them answered, and degrees that are whole and at most N - 1. Every E is looked at.
 */
export function connectionObstacles({ request, size: n, slack }: Question): Obstacle[] {
  const asked = counted.filter((metric) => request[metric]);
  if (asked.length === 0) return [];
  const tolerance = (metric: MetricId) => slack[metricIds.indexOf(metric)] ?? 0;
  const places = n * (n - 1);
  const others = Object.keys(request).some((metric) => metric !== 'density');
  let best: Possible | null = null;
  for (let edges = others ? 1 : 0; edges <= places; edges++) {
    const values = nearestAt(edges, n, request);
    const error = asked.reduce((sum, metric) => {
      const wish = request[metric];
      // A density stands for the whole number of connections next to it.
      const rounding = metric === 'density' ? 0.5 / places + 1e-12 : 0;
      const off = wish ? beyond(wish, values[metric] ?? 0) : 0;
      const free = Math.max(tolerance(metric), rounding);
      return off <= free + 1e-9 ? sum : sum + (off / Math.max(tolerance(metric), 1e-3)) ** 2;
    }, 0);
    if (!best || error < best.error) best = { edges, values, error };
    if (error === 0) return [];
  }
  return best ? [obstacleOf(request, asked, best, n)] : [];
}

/** The values nearest to the wishes that a circuit of this many connections has. */
function nearestAt(edges: number, n: number, request: SynthesisRequest): Possible['values'] {
  const places = n * (n - 1);
  const mean = edges / n;
  const spare = mean % 1;
  // Most unequal: as many neurons as possible connected with all others, one with what is left.
  const full = Math.floor(edges / (n - 1));
  const squares = full * (n - 1) ** 2 + (edges - full * (n - 1)) ** 2;
  const degrees = {
    low: edges ? Math.sqrt(spare * (1 - spare)) / mean : 0,
    high: edges ? Math.sqrt(Math.max(0, n * squares - edges ** 2)) / edges : 0,
  };
  const spread = (wish: Wish | undefined) => wish && nearestWithin(degrees, middle(wish, degrees));
  const { reciprocity } = request;
  return {
    density: edges / places,
    reciprocity: reciprocity && edges ? nearestMutual(edges, places, reciprocity) : 0,
    cv_out: spread(request.cv_out) ?? 0,
    cv_in: spread(request.cv_in) ?? 0,
  };
}

/** Shares 2 m / E with at most all pairs connected; the one nearest to the wish. */
function nearestMutual(edges: number, places: number, wish: Wish): number {
  const least = Math.max(0, edges - places / 2);
  const most = Math.floor(edges / 2);
  const around = [wish.low, wish.high].flatMap((share) => {
    const pairs = (share * edges) / 2;
    return [Math.floor(pairs), Math.ceil(pairs)];
  });
  return around
    .map((pairs) => (2 * Math.min(most, Math.max(least, pairs))) / edges)
    .reduce((one, two) => (beyond(wish, two) < beyond(wish, one) ? two : one));
}

const middle = (wish: Wish, range: Wish) => nearestWithin(wish, (range.low + range.high) / 2);

function obstacleOf(
  request: SynthesisRequest,
  asked: readonly MetricId[],
  { edges, values }: Possible,
  n: number,
): Obstacle {
  const off = asked.filter((metric) => {
    const wish = request[metric];
    return wish && beyond(wish, values[metric] ?? 0) > 1e-9;
  });
  const name = (metric: MetricId) => structureMetricOf(metric).name;
  const nearest = { ...request };
  for (const metric of off) {
    const value = values[metric] ?? 0;
    nearest[metric] = { low: value, high: value };
  }
  const wishes = asked
    .map((metric) => `${name(metric).toLowerCase()} ${wishText(request[metric] ?? zero)}`)
    .join(', ');
  return {
    metrics: asked,
    problem: `No circuit of ${n} neurons has ${wishes}${reason(request, n)}.`,
    remedy: `The nearest that there is: ${off
      .map((metric) => `${name(metric).toLowerCase()} ${shown(values[metric] ?? 0)}`)
      .join(', ')}, with ${edges} connections.`,
    nearest,
  };
}

const zero: Wish = { low: 0, high: 0 };

/** In words, what the density alone leaves. */
function reason({ density, reciprocity }: SynthesisRequest, n: number): string {
  if (!density) return '';
  const places = n * (n - 1);
  const fewest = Math.round(density.low * places);
  const most = Math.round(density.high * places);
  const span = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
  const mutual = reciprocity
    ? `, of which an even number is answered: ${shown(reciprocity.low)} of them would be ${shown((reciprocity.low * most) / 2)} mutual pairs`
    : '';
  return `: at that density it has ${span} connections${mutual}`;
}
