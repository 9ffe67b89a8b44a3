import type {
  ChangeKind,
  Prediction,
  PredictionTest,
  TestFigures,
  Verdict,
} from '../contracts/direction-name.ts';
import { studentBound } from './student.ts';

/** A change of less than this many standard deviations counts as none, unless something else is asked. */
export const usualThreshold = 0.5;

/** The probability that all intervals of a prediction hold together. */
export const jointLevel = 0.95;

/** A metric that fewer circuits have a change of is not judged. */
export const leastJudged = 8;

type Interval = { readonly low: number; readonly high: number };

/**
 * Supported when all of the interval lies where the statement says, contradicted when none of it does, else undecided.
 * The places are: above the threshold, below minus the threshold, and between the two with both ends.
 */
export function verdictOf(change: ChangeKind, { low, high }: Interval, threshold: number): Verdict {
  if (change === 'falls') return verdictOf('rises', { low: -high, high: -low }, threshold);
  const inside = change === 'rises' ? low > threshold : low >= -threshold && high <= threshold;
  const outside = change === 'rises' ? high <= threshold : low > threshold || high < -threshold;
  if (inside) return 'supported';
  return outside ? 'contradicted' : 'undecided';
}

/** One contradicted statement contradicts the claim; all have to be supported to support it. */
export function wholeVerdict(each: readonly Verdict[]): Verdict {
  if (each.includes('contradicted')) return 'contradicted';
  return each.every((one) => one === 'supported') ? 'supported' : 'undecided';
}

/**
 * Judges a prediction by the changes that were measured, circuit by circuit. Intervals are by Student's t and simultaneous:
 * with k statements each has a level of 1 - 0.05 / k (Bonferroni), so that all of them hold with 95 %.
 * @param figures changes by statement and circuit, in standard deviations; null where the metric is not defined
 */
export function testPrediction(
  { statements, threshold }: Prediction,
  figures: TestFigures,
): Pick<PredictionTest, 'level' | 'statements' | 'verdict'> {
  const level = 1 - (1 - jointLevel) / statements.length;
  const judged = statements.map((statement, k) => {
    const found = intervalOf(figures[k] ?? [], level);
    if (!found) return { ...statement, ...unknown };
    return { ...statement, ...found, verdict: verdictOf(statement.change, found, threshold) };
  });
  const verdict = wholeVerdict(judged.map((one) => one.verdict));
  return { level: jointLevel, statements: judged, verdict };
}

const unknown = { mean: null, low: null, high: null, verdict: 'undecided' } as const;

function intervalOf(values: readonly (number | null)[], level: number) {
  const own = values.filter((value) => value !== null);
  if (own.length < leastJudged) return null;
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (own.length - 1) / own.length);
  const half = studentBound(level, own.length - 1) * error;
  return { mean, low: mean - half, high: mean + half };
}
