import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { modelManifest, type ModelReport } from '~/core/contracts/index.ts';
import { canonicalJson } from '~/core/exchange/canonical-json.ts';

/** Puts a report into the model.json of a folder, in canonical bytes; all else of it stays. */
export async function keepReport(folder: string, report: ModelReport): Promise<void> {
  const file = path.join(folder, 'model.json');
  const manifest = modelManifest.parse(JSON.parse(await readFile(file, 'utf8')));
  const figures = { ...manifest.figures, report };
  await writeFile(file, canonicalJson({ ...manifest, figures }));
}
