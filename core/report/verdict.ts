import type { GenerationReport, GeneratorId, StatisticId } from '../contracts/report.ts';
import { generators, statistics } from './names.ts';
import { shortNumber } from './plot.ts';
import { goal } from './ratio-plot.ts';

type Lost = { statistic: StatisticId; to: GeneratorId };

/**
 * What the figures say of the goal: a mean ratio of at most 1.5, and better than every null on each statistic. `compared`
 * are the statistics with a ratio of the model and of a null made without the test circuits.
 */
export type Verdict = {
  mean: number | null;
  reached: boolean;
  compared: StatisticId[];
  lost: Lost[];
  lostToTold: Lost[];
};

export function verdictOf({ generators: rows }: GenerationReport): Verdict {
  const model = rows.find(({ id }) => id === 'model');
  const own = new Map(model?.ratios.map(({ statistic, mean }) => [statistic, mean]) ?? []);
  const nulls = rows.filter(({ id }) => id !== 'model' && id !== 'validation');
  const compared = [...own].flatMap(([statistic, ours]) =>
    ours !== null &&
    nulls.some(
      ({ id, ratios }) =>
        !generators[id].told &&
        ratios.some((ratio) => ratio.statistic === statistic && ratio.mean !== null),
    )
      ? [statistic]
      : [],
  );
  const lost = nulls.flatMap(({ id, ratios }) =>
    ratios.flatMap(({ statistic, mean }) => {
      const ours = own.get(statistic);
      return mean === null || ours == null || ours < mean ? [] : [{ statistic, to: id }];
    }),
  );
  const mean = model?.mean.mean ?? null;
  return {
    mean,
    reached: mean !== null && mean <= goal,
    compared,
    lost: lost.filter(({ to }) => !generators[to].told),
    lostToTold: lost.filter(({ to }) => generators[to].told),
  };
}

/** The verdict in sentences, whichever way it falls. */
export function verdictWords(found: GenerationReport): string[] {
  const { mean, reached, compared, lost, lostToTold } = verdictOf(found);
  return [
    mean === null
      ? `The mean ratio is not defined, so the goal of at most ${goal} could not be judged.`
      : `Mean ratio ${shortNumber(mean)}; the goal of at most ${goal} is ${reached ? 'reached' : 'missed'}.`,
    againstNulls(compared, lost, found.statistics.length),
    ...(lostToTold.length === 0
      ? []
      : [
          `Nulls made from the test circuits themselves are as close or closer: ${listed(lostToTold)}.`,
        ]),
  ];
}

function againstNulls(compared: readonly StatisticId[], lost: readonly Lost[], all: number) {
  if (compared.length === 0)
    return 'No statistic has a ratio of the model and of a null, so nothing could be compared.';
  if (lost.length > 0) return `Not closer to held-out circuits than: ${listed(lost)}.`;
  const where =
    compared.length < all
      ? `On each of the ${compared.length} of ${all} statistics that could be compared`
      : 'On each statistic';
  return `${where} it is closer to held-out circuits than every null made without them.`;
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
