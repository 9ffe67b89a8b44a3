import type { FunctionTask } from '../contracts/measurement.ts';
import { reservoirTaskOf } from '../reservoir/index.ts';
import { shortNumber } from '../report/plot.ts';
import { metricName, signOf } from './names.ts';

/** 2.6 standard errors of a correlation with seven metrics held: one in a hundred by chance. */
const clear = ({ measured }: FunctionTask) => 2.6 / Math.sqrt(Math.max(1, measured.test - 10));

/** A name in mid-sentence; abbreviations stay as they are. */
const inside = (name: string) => (/^[A-Z][a-z]/.test(name) ? name.toLowerCase() : name);

const nameOf = (task: FunctionTask) => reservoirTaskOf(task.protocol.task).name;

/** Sentences on which structure goes with which task at one radius: the clearest, the other metrics held. */
export function withWords(tasks: readonly FunctionTask[], radius: number): string[] {
  return tasks.map((task) => {
    const found = task.goesWith
      .flatMap(({ metric, radius: here, held }) =>
        here === radius && held !== null && Math.abs(held) >= clear(task)
          ? [{ metric, rho: signOf(task) * held }]
          : [],
      )
      .sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho))
      .slice(0, 3);
    if (found.length === 0)
      return `${nameOf(task)}: no metric goes clearly with it once the others are held.`;
    const listed = (better: boolean) =>
      found
        .filter(({ rho }) => rho > 0 === better)
        .map(({ metric, rho }) => `${inside(metricName(metric))} (${shortNumber(rho)})`)
        .join(', ');
    const [more, less] = [listed(true), listed(false)];
    return `${nameOf(task)}: ${[more && `better with more ${more}`, less && `worse with more ${less}`].filter(Boolean).join('; ')}.`;
  });
}

/** Whether reciprocity helps or hurts with degrees kept, radius by radius; says so where it cannot be told. */
export function reciprocityWords(task: FunctionTask): string {
  const name = nameOf(task);
  if (task.reciprocity.length === 0)
    return `${name}: not asked; it needs the nulls that keep degrees, with and without reciprocity.`;
  const parts = task.reciprocity.map(({ radius, effect, low, high }) => {
    if (effect === null || low === null || high === null) return `not defined at ${radius}`;
    const range = `${shortNumber(effect)}, ${shortNumber(low)} to ${shortNumber(high)}`;
    if (low <= 0 && high >= 0) return `no clear effect at ${radius} (${range})`;
    return `${effect * signOf(task) > 0 ? 'helps' : 'hurts'} at ${radius} (${range})`;
  });
  return `${name}: ${parts.join('; ')}.`;
}
