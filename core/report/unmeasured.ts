import type { ModelReport } from '../contracts/report.ts';

/** What measures it; the folder is that of the model's files. */
export const reportCommand = 'npm run report -- folder --keep';

const parts = [
  { part: 'generation', name: 'generated against held-out circuits' },
  { part: 'directions', name: 'directions' },
  { part: 'orders', name: 'circuits to order' },
  { part: 'function', name: 'what z tells of function' },
] as const;

/** The names of what was not measured of a model, in the order of a card; of all of it without a report. */
export function notMeasured(report: ModelReport | undefined): string[] {
  return parts.filter(({ part }) => report?.[part] === undefined).map(({ name }) => name);
}
