import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import {
  aligned,
  effectOn,
  encodedOf,
  farthest,
  purifiedMove,
  refineMove,
  Spread,
  usualRidge,
  type Refined,
} from '~/core/directions/index.ts';
import { metricColumn } from '~/core/latent/index.ts';
import { memoryDirection } from './directions/function.ts';
import { heldOut } from './directions/held-out.ts';
import { openModel } from './directions/model.ts';
import { heading, printLine, type Line } from './directions/table.ts';

const starter = join(fileURLToPath(new URL('..', import.meta.url)), 'db', 'starter');
/** Corrections of a purified direction end when the largest held change on the validation fold is this, or after so many. */
const enough = 0.2;
const most = 6;
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
    const first = purifiedMove(effects, own, rows, usualRidge);
    let best: Refined = { move: first, rounds: 0, side: Infinity };
    const corrected = refineMove({
      spread,
      effects,
      move: first,
      own,
      held: rows,
      ridge: usualRidge,
      measured: {
        ...measured.question('validation'),
        from: measured.of('validation', 80),
        individuals: 2,
        steps: [-2, 0, 2],
      },
      enough,
      most,
    });
    for await (const found of corrected) best = found;
    for (const { move, rounds } of [{ move: first, rounds: 0 }, best]) {
      const vector = spread.fromWhitened(move);
      const found = await measured.effects('test', vector);
      const kind = move === first ? 'purified' : `corrected ${rounds}`;
      const line = printLine(kind, metric, held, found, spread.lengthOf(vector));
      if (move === best.move) purified.push(line);
      if (best.move === first) break;
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

/** @param purified by metric, and last clustering with density and reciprocity held */
function judge(alignedLines: readonly Line[], purified: readonly Line[]): void {
  const monotone = alignedLines.filter(({ spearman }) => spearman >= 0.98).length;
  console.log(`goal: all eight aligned with Spearman at least 0.98: ${monotone} of 8.`);
  for (const { metric, own, other, length } of purified.slice(0, -1)) {
    if (length > farthest)
      console.log(`no direction holds the seven others and moves ${metric} within ${farthest} sd.`);
    if (!four.includes(metric)) continue;
    const met = own >= 3 && other <= 0.5 ? 'met' : 'missed';
    console.log(
      `goal: ${metric} at least 3, all others at most 0.5: ${own.toFixed(2)}, ${other.toFixed(2)}: ${met}.`,
    );
  }
  const last = purified.at(-1);
  if (last)
    console.log(
      `goal: clustering at held density and reciprocity at least 1.5: ${last.own.toFixed(2)}, held to ${last.held.toFixed(2)}: ${last.own >= 1.5 ? 'met' : 'missed'}.`,
    );
}
