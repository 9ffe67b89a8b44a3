import type { ModelReport } from '../contracts/report.ts';

/** A part that a model's report may lack, and what is said in its place. */
export type Unmeasured = {
  part: 'generation' | 'directions' | 'orders' | 'function';
  title: string;
  words: string;
};

/** What measures it; the folder is that of the model's files. */
export const reportCommand = 'npm run report -- <folder of the model> --keep';

const parts = [
  { part: 'generation', title: 'Generated against held-out circuits' },
  { part: 'directions', title: 'Directions' },
  { part: 'orders', title: 'Circuits to order' },
  { part: 'function', title: 'Function from z' },
] as const;

/** The parts that were not measured of a model, in the order of a card; all of them without a report. */
export function notMeasured(report: ModelReport | undefined): Unmeasured[] {
  return parts
    .filter(({ part }) => report?.[part] === undefined)
    .map(({ part, title }) => ({
      part,
      title,
      words: `${title}: not measured of this model. \`${reportCommand}\` measures it from the model’s files and puts it into its model.json.`,
    }));
}
