import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { metricIds, type MeasuredEffects, type MetricId } from '~/core/contracts/index.ts';
import {
  aligned,
  correctedMove,
  effectOn,
  encodedOf,
  largestOther,
  measureEffectMatrix,
  measureEffects,
  purifiedMove,
  Spread,
  spreadOut,
  usualRidge,
  usualSteps,
} from '~/core/directions/index.ts';
import { metricColumn } from '~/core/latent/index.ts';
import { openModel } from './directions/model.ts';

const starter = join(fileURLToPath(new URL('..', import.meta.url)), 'db', 'starter');
const individuals = 8;
const rounds = 2;
const reach = 1;

/**
 * What the directions of a model do, measured on its test fold: each metric's aligned direction and its purified one, which
 * holds the seven others. Everything is fitted on the training fold and corrected on the validation fold. The model is the
 * starter's, or lies in the folder that the variable MODEL names.
 */
export async function main(folder = process.env.MODEL ?? starter): Promise<void> {
  const { manifest, map, decode } = await openModel(folder);
  const spread = new Spread(manifest.prior.covariance);
  const sds = metricIds.map((id) => manifest.metrics.find(({ metric }) => metric === id)?.sd ?? 1);
  const metrics = metricIds.map((id, k) => ({ id, sd: sds[k] ?? 1 }));
  const train = encodedOf(map, 'train');
  const held = (fold: 'validation' | 'test', count: number) => {
    const all = encodedOf(map, fold);
    return { ...all, circuits: spreadOut(all.circuits, count) };
  };
  const measured = async (
    vector: readonly number[],
    fold: 'validation' | 'test',
    count: number,
  ) => {
    let effects: MeasuredEffects | null = null;
    const steps = fold === 'test' ? usualSteps : [-2, 0, 2];
    const from = held(fold, count);
    for await (const found of measureEffects({
      vector,
      from,
      individuals,
      seed: 1,
      steps,
      metrics,
      decode,
    }))
      effects = found;
    if (!effects) throw new Error(`The model has no ${fold} circuits.`);
    return effects;
  };

  console.log(
    `${manifest.name}: change from -2 to 2 steps, standard deviations of the training circuits`,
  );
  console.log(heading);
  for (const id of metricIds) {
    const vector = aligned.step(train, metricColumn(map, id));
    report('aligned', id, await measured(vector, 'test', 48), spread.lengthOf(vector));
  }
  const around = held('validation', 32);
  const matrix = measureEffectMatrix({ around, spread, individuals, seed: 7, reach, sds, decode });
  let turn = await matrix.next();
  while (!turn.done) turn = await matrix.next();
  const effects = turn.value;
  const all = metricIds.map((_, row) => row);
  for (const [row, id] of metricIds.entries()) {
    let move = purifiedMove(effects, row, all, usualRidge);
    for (let round = 0; round <= rounds; round++) {
      const vector = spread.fromWhitened(move);
      const name = round === 0 ? 'purified' : `corrected ${round}`;
      report(name, id, await measured(vector, 'test', 48), spread.lengthOf(vector));
      if (round === rounds) break;
      const found = await measured(vector, 'validation', 48);
      const each = metricIds.map((other) => (effectOn(found, other)?.change.mean ?? 0) / 4);
      move = correctedMove(effects, move, each, row, all, usualRidge);
    }
  }
}

const cell = (text: string, k: number) => (k < 2 ? text.padEnd(19) : text.padStart(12));
const heading = ['direction', 'metric', 'own', '95 %', 'other', 'of', 'Spearman', 'step, sd']
  .map(cell)
  .join('');

function report(kind: string, id: MetricId, effects: MeasuredEffects, length: number): void {
  const own = effectOn(effects, id);
  const other = largestOther(effects, id);
  const half = own ? own.change.high - own.change.mean : NaN;
  console.log(
    [
      kind,
      id,
      (own?.change.mean ?? NaN).toFixed(2),
      `± ${half.toFixed(2)}`,
      (other?.change.mean ?? NaN).toFixed(2),
      (other?.metric ?? '').slice(0, 11),
      (own?.spearman ?? NaN).toFixed(3),
      length.toFixed(2),
    ]
      .map(cell)
      .join(''),
  );
}
