import type { DirectionProtocol } from '../contracts/direction.ts';
import { metricIds } from '../contracts/model.ts';
import { spreadOut, type DecodeAndMeasure } from './decode.ts';
import { measureEffectMatrix } from './effect-matrix.ts';
import { encodedOf } from './encoded.ts';
import type { Rows } from './linear.ts';
import { purifiedMove, stepEffect } from './purified.ts';
import { refineMove, usualRules, type Refined } from './refine.ts';
import type { Spread } from './spread.ts';

export type PurifiedProtocol = Extract<DirectionProtocol, { kind: 'purified' }>;

/** What a purified direction is found with beside its protocol: the map, its spread, and what decodes. */
export type PurifiedGround = {
  readonly map: Parameters<typeof encodedOf>[0];
  readonly spread: Spread;
  /** standard deviations of the eight metrics, in the order of metricIds */
  readonly sds: readonly number[];
  readonly decode: DecodeAndMeasure;
};

/** As corrections are made unless something else is asked. */
export const usualCorrections: NonNullable<PurifiedProtocol['corrections']> = {
  circuits: 48,
  individuals: 2,
  seed: 1,
  steps: [-2, 0, 2],
  enough: 0.2,
  most: 8,
  method: 'secant',
  ...usualRules,
};

/** Up to `count` circuits of the validation fold, evenly spread: what is held out to find directions by. */
function heldOutOf({ map }: PurifiedGround, count: number) {
  const all = encodedOf(map, 'validation');
  return { ...all, circuits: spreadOut(all.circuits, count) };
}

/** The effect matrix [8][Z] that a protocol speaks of. @param told hears the share that is done */
export async function matrixByProtocol(
  ground: PurifiedGround,
  asked: Pick<PurifiedProtocol, 'circuits' | 'individuals' | 'seed' | 'reach'>,
  told: (share: number) => void = () => undefined,
): Promise<Rows> {
  const reports = measureEffectMatrix({
    ...ground,
    ...asked,
    around: heldOutOf(ground, asked.circuits),
  });
  for (;;) {
    const turn = await reports.next();
    if (turn.done) return turn.value;
    told(turn.value.done / turn.value.of);
  }
}

/**
 * The purified direction that a protocol describes: the same protocol, map and decoder give the same vector, so what is
 * stored can be checked by whoever has the model.
 * @param matrix the effect matrix of that protocol where it is known already
 * @param told hears each correction
 * @throws RangeError as `purifiedMove`, and for a protocol that another step than ours stands in
 */
export async function purifiedByProtocol(
  ground: PurifiedGround,
  protocol: Omit<PurifiedProtocol, 'refined'>,
  matrix: Rows | null = null,
  told: (rounds: number) => void = () => undefined,
): Promise<{ vector: number[]; protocol: PurifiedProtocol }> {
  const { metric, held, ridge, step, corrections } = protocol;
  if (corrections && corrections.method !== usualCorrections.method)
    throw new RangeError('Corrections were made in another way then; the stored vector stands.');
  if (step !== stepEffect)
    throw new RangeError(`A step moves its metric by ${stepEffect} here, not by ${step}.`);
  const effects = matrix ?? (await matrixByProtocol(ground, protocol));
  const own = metricIds.indexOf(metric);
  const rows = held.map((id) => metricIds.indexOf(id));
  const move = purifiedMove(effects, own, rows, ridge);
  let best: Refined = { move, rounds: 0, side: Infinity };
  if (corrections) {
    const { circuits, individuals, seed, steps, enough, most, ...rules } = corrections;
    const measured = {
      from: heldOutOf(ground, circuits),
      individuals,
      seed,
      steps,
      metrics: metricIds.map((id, k) => ({ id, sd: ground.sds[k] ?? NaN })),
      decode: ground.decode,
    };
    const { spread } = ground;
    const question = { spread, effects, move, own, held: rows, ridge, measured, enough, most };
    for await (const found of refineMove({ ...question, rules })) {
      best = found;
      told(found.rounds);
    }
  }
  const vector = ground.spread.fromWhitened(best.move);
  return { vector, protocol: { ...protocol, refined: best.rounds } };
}
