import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { evaluationReport } from '~/core/contracts/index.ts';
import { keepReport } from './report/keep-report.ts';
import { measuredParts } from './report/measured-parts.ts';
import { reportOptions, reportUsage } from './report/options.ts';
import { writeReport } from './report/write-report.ts';
import { worker } from './worker-command.ts';

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});

async function main(): Promise<number> {
  const options = reportOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(`${reportUsage}\n`);
    return 0;
  }
  if (options === 'unclear') {
    process.stderr.write(`${reportUsage}\n`);
    return 2;
  }
  const { folders, out, corpus } = options;
  await mkdir(out, { recursive: true });
  const found = path.join(out, 'report.json.partial');
  const status = await worker([
    'report',
    '--model',
    ...folders,
    ...(corpus ? ['--corpus', corpus] : []),
    '--out',
    found,
    '--seed',
    String(options.seed),
    '--draws',
    String(options.draws),
  ]);
  if (status !== 0) return status;
  const report = evaluationReport.parse(JSON.parse(await readFile(found, 'utf8')));
  await rm(found);
  for (const [index, model] of report.models.entries()) {
    const folder = folders[index] ?? '';
    Object.assign(model.figures.report, await measuredParts(folder, options));
    if (options.keep) await keepReport(folder, model.figures.report);
  }
  await writeReport(out, evaluationReport.parse(report));
  process.stdout.write(`${path.join(out, 'report.md')}\n`);
  return 0;
}
