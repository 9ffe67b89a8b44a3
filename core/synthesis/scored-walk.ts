import type { Circuit } from '../decoder/circuit.ts';
import type { Generator } from '../random.ts';
import { guidedWalk, Walk } from './guided-walk.ts';
import type { Proposals } from './proposals.ts';
import { beyond, type SynthesisRequest } from './request.ts';
import { Target, type Foretell } from './target.ts';

/** A circuit with its score, as near as it came. */
export type Scored = {
  readonly circuit: Circuit;
  readonly metrics: Float64Array;
  /** greatest error of the metrics, in shares of the data's range */
  readonly worst: number;
  readonly score: number;
  /** of the score, in shares of its range */
  readonly off: number;
  /** reservoirs run */
  readonly runs: number;
  /** changes tried */
  readonly steps: number;
};

export type ScoredPlan = {
  /** greatest error of the metrics that a circuit may have */
  readonly tolerance: number;
  /** error of the score at which the walk is content */
  readonly enough: number;
  /** stirs at most */
  readonly rounds: number;
};

type Question = {
  readonly start: { readonly circuit: Circuit; readonly metrics: Float64Array };
  readonly proposals: Proposals;
  readonly request: SynthesisRequest;
  readonly scales: ArrayLike<number>;
  readonly foretell: Foretell;
  readonly scoreOf: (circuit: Circuit) => number;
  readonly random: Generator;
  readonly plan: ScoredPlan;
  /** hears the share of the rounds that is done */
  readonly told: (share: number) => void;
};

/** Of the stirring, which leaves what is asked within a few hundredths; and of the settling after it. */
const warm = 5e-4;
const settling = { steps: 8000, from: 1e-4, to: 1e-6, enough: 0.01 };
/** Tries for each change that the stirring shall make. */
const patience = 60;
const leastChanges = 4;

/**
 * Refines a circuit towards a score that only a reservoir run tells. Each round stirs the nearest circuit so far by some
 * changes that the model proposes, towards what the prediction says from the score it has; lets it settle on the
 * asked metrics again; and keeps it when its real score is nearer. Rounds that fail make the next stir less.
 */
export function scoredWalk(question: Question): Scored {
  const { start, proposals, request, scales, foretell, scoreOf, random, plan } = question;
  const { memory: wish, ...metrics } = request;
  const scale = scales[8] ?? 1;
  const offOf = (score: number) =>
    wish && Number.isFinite(score) ? beyond(wish, score) / scale : 1;
  const target = new Target(metrics, scales);
  const judged = (one: Omit<Scored, 'score' | 'off' | 'runs'>, runs: number): Scored => {
    const score = scoreOf(one.circuit);
    return { ...one, score, off: offOf(score), runs };
  };
  let best = judged(
    {
      circuit: start.circuit,
      metrics: start.metrics,
      worst: target.worst(start.metrics),
      steps: 0,
    },
    1,
  );
  let changes = 2 * start.circuit.n;
  for (let round = 0; round < plan.rounds && !content(best, plan); round++) {
    question.told(round / plan.rounds);
    const from = best;
    const shift = Number.isFinite(from.score) ? from.score - foretell(from.metrics) : 0;
    const towards = new Target(request, scales, (own) => shift + foretell(own));
    const walk = new Walk(from.circuit, proposals, towards, random);
    let tried = 0;
    for (let made = 0; made < changes && tried < patience * changes; tried++)
      if (walk.step(warm)) made++;
    const stirred = { n: from.circuit.n, adjacency: walk.counts.adjacency.slice() };
    const settled = guidedWalk(stirred, proposals, target, random, settling);
    const steps = from.steps + tried + settled.steps;
    best = { ...from, steps };
    if (settled.worst <= Math.max(plan.tolerance, from.worst)) {
      const next = judged({ ...settled, steps }, from.runs + 1);
      best = burden(next, plan) < burden(from, plan) ? next : { ...best, runs: next.runs };
    }
    changes =
      best.circuit === from.circuit
        ? Math.max(leastChanges, Math.floor(changes * 0.75))
        : Math.ceil(changes * 1.5);
  }
  return best;
}

/** Error of the score, the metrics being within their tolerance; as far as they are not, that counts first. */
const burden = ({ worst, off }: Scored, { tolerance }: ScoredPlan) =>
  off + 10 * Math.max(0, worst / tolerance - 1);

const content = ({ worst, off }: Scored, { tolerance, enough }: ScoredPlan) =>
  worst <= tolerance && off <= enough;
