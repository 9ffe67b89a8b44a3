import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EvaluationReport } from '~/core/contracts/index.ts';
import { csvOf, reportPlots, reportText, svgOf } from '~/core/report/index.ts';

/** Plots in files are as wide as a column of text. */
const plotWidth = 680;

/** report.json, report.md, and each plot as SVG and CSV, in `out`. */
export async function writeReport(out: string, report: EvaluationReport): Promise<void> {
  await writeFile(path.join(out, 'report.json'), `${JSON.stringify(report)}\n`);
  await writeFile(path.join(out, 'report.md'), reportText(report));
  for (const { file, plot } of reportPlots(report)) {
    await writeFile(path.join(out, `${file}.svg`), svgOf(plot, plotWidth));
    await writeFile(path.join(out, `${file}.csv`), csvOf(plot.table));
  }
}
