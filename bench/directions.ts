import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import {
  aligned,
  correctedMove,
  effectOn,
  encodedOf,
  purifiedMove,
  Spread,
  usualRidge,
} from '~/core/directions/index.ts';
import { metricColumn } from '~/core/latent/index.ts';
import { memoryDirection } from './directions/function.ts';
import { heldOut } from './directions/held-out.ts';
import { openModel } from './directions/model.ts';
import { heading, printLine, type Line } from './directions/table.ts';

const starter = join(fileURLToPath(new URL('..', import.meta.url)), 'db', 'starter');
const corrections = 2;
const four: readonly MetricId[] = ['reciprocity', 'cv_out', 'cv_in', 'in_out_correlation'];

/**
 * What the directions of a model do on its test fold: aligned, purified with all seven others held, clustering with density
 * and reciprocity held, and memory capacity. Fitted on the training fold; effects for purifying are measured on the
 * validation fold. The model is the starter's, or that of the folder which the variable MODEL names.
 */
export async function main(folder = process.env.MODEL ?? starter): Promise<void> {
  const model = await openModel(folder);
  const { manifest, map } = model;
  const spread = new Spread(manifest.prior.covariance);
  const measured = heldOut(model);
  console.log(
    `${manifest.name}: change from -2 to 2 steps on test circuits, in standard deviations of the training circuits`,
  );
  console.log(heading);

  const train = encodedOf(map, 'train');
  const alignedLines: Line[] = [];
  for (const id of metricIds) {
    const vector = aligned.step(train, metricColumn(map, id));
    const found = await measured.effects('test', vector);
    alignedLines.push(printLine('aligned', id, [], found, spread.lengthOf(vector)));
  }

  const effects = await measured.matrix();
  const purified: Line[] = [];
  const asks: { metric: MetricId; held: readonly MetricId[] }[] = [
    ...metricIds.map((metric) => ({ metric, held: metricIds.filter((id) => id !== metric) })),
    { metric: 'clustering', held: ['density', 'reciprocity'] },
  ];
  for (const { metric, held } of asks) {
    const own = metricIds.indexOf(metric);
    const rows = held.map((id) => metricIds.indexOf(id));
    let move = purifiedMove(effects, own, rows, usualRidge);
    for (let round = 0; round <= corrections; round++) {
      const vector = spread.fromWhitened(move);
      const found = await measured.effects('test', vector);
      const kind = round === 0 ? 'purified' : `corrected ${round}`;
      purified.push(printLine(kind, metric, held, found, spread.lengthOf(vector)));
      if (round === corrections) break;
      const there = await measured.effects('validation', vector, { steps: [-2, 0, 2] });
      const each = metricIds.map((id) => (effectOn(there, id)?.change.mean ?? 0) / 4);
      move = correctedMove(effects, move, each, own, rows, usualRidge);
    }
  }

  const memory = memoryDirection(model);
  const along = await measured.effects('test', memory.vector);
  const score = await measured.effects('test', memory.vector, {
    from: measured.of('test', 12),
    individuals: 2,
    metrics: [{ id: 'memory', sd: memory.sd }],
    decode: memory.decode,
  });
  const change = effectOn(score, 'memory');
  console.log(
    `memory capacity at radius 0.9: ${change?.change.mean.toFixed(2) ?? ''} sd over ±2 steps (95 % ${change?.change.low.toFixed(2) ?? ''} to ${change?.change.high.toFixed(2) ?? ''}), Spearman ${change?.spearman?.toFixed(3) ?? ''}, a step ${spread.lengthOf(memory.vector).toFixed(2)} sd long; with it ` +
      along.metrics.map(({ metric, change: by }) => `${metric} ${by.mean.toFixed(1)}`).join(', '),
  );
  judge(alignedLines, purified);
}

function judge(alignedLines: readonly Line[], purified: readonly Line[]): void {
  const monotone = alignedLines.filter(({ spearman }) => spearman >= 0.98).length;
  console.log(`goal: all eight aligned with Spearman at least 0.98: ${monotone} of 8.`);
  const last = `corrected ${corrections}`;
  for (const line of purified.filter(({ kind }) => kind === last)) {
    const partial = purified
      .filter(({ kind, metric }) => kind === last && metric === line.metric)
      .at(-1);
    const near = line.length <= 2.5 ? '' : '; no such direction within 2.5 sd of the data';
    if (four.includes(line.metric))
      console.log(
        `goal: ${line.metric} at least 3, others at most 0.5: ${line.own.toFixed(2)}, ${line.other.toFixed(2)}${near}.`,
      );
    else if (line.metric === 'clustering' && line === partial)
      console.log(
        `goal: clustering at held density and reciprocity at least 1.5: ${line.own.toFixed(2)}, held ${line.held.toFixed(2)}${near}.`,
      );
  }
}
