import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evaluationReport } from '~/core/contracts/index.ts';
import { csvOf, reportPlots, reportText, svgOf } from '~/core/report/index.ts';
import { worker } from './worker-command.ts';

const usage = `npm run report -- <model folder> [<model folder>...]
    [--corpus corpus.safetensors]   of all of them; else the one in each folder
    [--out folder]                  report/ in the first model folder
    [--seed 1] [--draws 5]          of generated circuits: seed, and samples of each generator
Evaluates models from their files alone and writes report.json, report.md, and each plot as SVG and CSV.
Several models (along β, say) are set side by side by rate and distortion.`;

/** Plots in files are as wide as a column of text. */
const plotWidth = 680;

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      draws: { type: 'string', default: '5' },
      help: { type: 'boolean', default: false },
    },
  });
  const folders = positionals.map((folder) => path.resolve(folder));
  const [first] = folders;
  if (values.help || first === undefined) {
    (values.help ? process.stdout : process.stderr).write(`${usage}\n`);
    return values.help ? 0 : 2;
  }
  if (new Set(folders.map((folder) => path.basename(folder))).size < folders.length)
    throw new Error(
      'Folders need different names: the plots of each model are named after its own.',
    );
  const out = path.resolve(values.out ?? path.join(first, 'report'));
  await mkdir(out, { recursive: true });
  const found = path.join(out, 'report.json.partial');
  const status = await worker([
    'report',
    '--model',
    ...folders,
    ...(values.corpus ? ['--corpus', path.resolve(values.corpus)] : []),
    '--out',
    found,
    '--seed',
    values.seed,
    '--draws',
    values.draws,
  ]);
  if (status !== 0) return status;
  const report = evaluationReport.parse(JSON.parse(await readFile(found, 'utf8')));
  await writeFile(path.join(out, 'report.json'), `${JSON.stringify(report)}\n`);
  await writeFile(path.join(out, 'report.md'), reportText(report));
  for (const { file, plot } of reportPlots(report)) {
    await writeFile(path.join(out, `${file}.svg`), svgOf(plot.draw(plotWidth), plot.title));
    await writeFile(path.join(out, `${file}.csv`), csvOf(plot.table));
  }
  await rm(found);
  process.stdout.write(`${path.join(out, 'report.md')}\n`);
  return 0;
}
