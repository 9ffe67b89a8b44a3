import type { MeasuredEffects } from '../contracts/direction.ts';
import { metricIds } from '../contracts/model.ts';
import {
  encodedOf,
  measureEffectMatrix,
  measureEffects,
  Spread,
  spreadOut,
  usualSteps,
  type EffectsQuestion,
} from '../directions/index.ts';
import { decodeEight, type RunningModel } from './running-model.ts';

/** How much is measured of directions; the proposals are `usualCounts`. */
export type DirectionCounts = {
  /** circuits of a held-out fold, and individuals of each */
  readonly circuits: number;
  readonly individuals: number;
  /** validation circuits by which a purified direction is corrected, two individuals each */
  readonly corrected: number;
  /** training circuits that are scored to find a direction of function */
  readonly scored: number;
};

export const usualCounts: DirectionCounts = {
  circuits: 40,
  individuals: 4,
  corrected: 80,
  scored: 400,
};

/** What is measured on the held-out folds of a model: effects of a direction, and the effect matrix. */
export function heldOut(
  model: RunningModel,
  { circuits, individuals }: DirectionCounts,
  seed: number,
) {
  const { manifest, map } = model;
  const decode = decodeEight(model);
  const metrics = metricIds.map((id) => ({
    id,
    sd: manifest.metrics.find(({ metric }) => metric === id)?.sd ?? NaN,
  }));
  const of = (fold: 'validation' | 'test', count: number) => {
    const all = encodedOf(map, fold);
    return { ...all, circuits: spreadOut(all.circuits, count) };
  };

  const question = (fold: 'validation' | 'test'): Omit<EffectsQuestion, 'vector'> => ({
    from: of(fold, circuits),
    individuals,
    seed,
    steps: usualSteps,
    metrics,
    decode,
  });

  async function effects(
    fold: 'validation' | 'test',
    vector: readonly number[],
    other: Partial<EffectsQuestion> = {},
  ): Promise<MeasuredEffects> {
    let last: MeasuredEffects | null = null;
    for await (const found of measureEffects({ ...question(fold), vector, ...other })) last = found;
    if (!last) throw new RangeError(`The model has no ${fold} circuits.`);
    return last;
  }

  async function matrix(): Promise<number[][]> {
    const reports = measureEffectMatrix({
      around: of('validation', circuits),
      spread: new Spread(manifest.prior.covariance),
      individuals,
      seed: seed + 6,
      reach: 1,
      sds: metrics.map(({ sd }) => sd),
      decode,
    });
    for (;;) {
      const turn = await reports.next();
      if (turn.done) return turn.value;
    }
  }
  return { of, question, effects, matrix };
}
