import type { GenerationReport, GeneratorId, StatisticId } from '../contracts/report.ts';
import { generators, statistics } from './names.ts';
import { shortNumber } from './plot.ts';
import { goal } from './ratio-plot.ts';

type Lost = { statistic: StatisticId; to: GeneratorId };

/** What the figures say of the goal: a mean ratio of at most 1.5, and better than every null on each statistic. */
export type Verdict = { mean: number | null; reached: boolean; lost: Lost[]; lostToTold: Lost[] };

export function verdictOf({ generators: rows }: GenerationReport): Verdict {
  const model = rows.find(({ id }) => id === 'model');
  const own = new Map(model?.ratios.map(({ statistic, mean }) => [statistic, mean]) ?? []);
  const lost = rows
    .filter(({ id }) => id !== 'model' && id !== 'validation')
    .flatMap(({ id, ratios }) =>
      ratios.flatMap(({ statistic, mean }) => {
        const ours = own.get(statistic);
        return mean === null || ours == null || ours < mean ? [] : [{ statistic, to: id }];
      }),
    );
  const mean = model?.mean.mean ?? null;
  return {
    mean,
    reached: mean !== null && mean <= goal,
    lost: lost.filter(({ to }) => !generators[to].told),
    lostToTold: lost.filter(({ to }) => generators[to].told),
  };
}

/** The verdict in sentences, whichever way it falls. */
export function verdictWords(found: GenerationReport): string[] {
  const { mean, reached, lost, lostToTold } = verdictOf(found);
  return [
    `Mean ratio ${shortNumber(mean)}; the goal of at most ${goal} is ${reached ? 'reached' : 'missed'}.`,
    lost.length === 0
      ? 'On each statistic it is closer to held-out circuits than every null made without them.'
      : `Not closer to held-out circuits than: ${listed(lost)}.`,
    ...(lostToTold.length === 0
      ? []
      : [
          `Nulls made from the test circuits themselves are as close or closer: ${listed(lostToTold)}.`,
        ]),
  ];
}

/** "Rewired training (in-degree, clustering)": each null once. */
function listed(lost: readonly Lost[]): string {
  return [...new Set(lost.map(({ to }) => to))]
    .map((to) => {
      const where = lost
        .filter((one) => one.to === to)
        .map(({ statistic }) => statistics[statistic]);
      return `${generators[to].name} (${where
        .map(({ name }) => name)
        .join(', ')
        .toLowerCase()})`;
    })
    .join('; ');
}
