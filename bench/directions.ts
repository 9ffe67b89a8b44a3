import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SteeredDirection } from '~/core/contracts/index.ts';
import { measureDirections } from '~/core/evaluation/index.ts';
import { directionsWords } from '~/core/report/index.ts';
import { openModel } from '~/scripts/report/running-model.ts';
import { heading, lineOf } from './directions/table.ts';

const starter = join(fileURLToPath(new URL('..', import.meta.url)), 'db', 'starter');

/**
 * What the directions of a model do on its test fold, as `npm run report` measures it: aligned, purified with all seven
 * others held, clustering with density and reciprocity held, and memory capacity. The model is the starter's, or that of
 * the folder which the variable MODEL names.
 */
export async function main(folder = process.env.MODEL ?? starter): Promise<void> {
  const model = await openModel(folder);
  console.log(
    `${model.manifest.name}: change from -2 to 2 steps on test circuits, in standard deviations of the training circuits`,
  );
  console.log(heading);
  const print = (direction: SteeredDirection) => console.log(lineOf(direction));
  const report = await measureDirections(model, {}, print);
  for (const sentence of directionsWords(report)) console.log(sentence);
}
