import { metricIds, type MeasuredEffects } from '~/core/contracts/index.ts';
import {
  encodedOf,
  measureEffectMatrix,
  measureEffects,
  Spread,
  spreadOut,
  usualSteps,
  type EffectsQuestion,
} from '~/core/directions/index.ts';
import type { OpenModel } from './model.ts';

const individuals = 4;
const circuits = 40;

/** What is measured on the held-out folds of a model: effects of a direction, and the effect matrix. */
export function heldOut({ manifest, map, decode }: OpenModel) {
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
    seed: 1,
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
    if (!last) throw new Error(`The model has no ${fold} circuits.`);
    return last;
  }

  async function matrix(): Promise<number[][]> {
    const reports = measureEffectMatrix({
      around: of('validation', circuits),
      spread: new Spread(manifest.prior.covariance),
      individuals,
      seed: 7,
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
