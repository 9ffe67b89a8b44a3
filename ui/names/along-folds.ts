import { foldNames, type FoldName } from '~/core/contracts/index.ts';

export type FoldAlong = {
  readonly fold: FoldName;
  readonly circuits: number;
  readonly mean: number;
  readonly sd: number;
  /** Share of its circuits in each bin. */
  readonly shares: readonly number[];
};

export type Along = {
  readonly from: number;
  readonly to: number;
  readonly folds: readonly FoldAlong[];
};

const bins = 28;
/** What the sliders reach is always in sight. */
const reach = 2;

/** Histograms of places along a direction by fold, over one range. @param foldOf code of the fold of place k */
export function alongFolds(places: readonly number[], foldOf: (k: number) => number): Along {
  const from = Math.min(-reach, ...places);
  const to = Math.max(reach, ...places);
  const folds = foldNames.flatMap((fold, code): FoldAlong[] => {
    const own = places.filter((_, k) => foldOf(k) === code);
    if (own.length === 0 || fold === 'gap') return [];
    const mean = own.reduce((sum, value) => sum + value / own.length, 0);
    const sd = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2 / own.length, 0));
    const shares = new Array<number>(bins).fill(0);
    for (const value of own) {
      const bin = Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins));
      shares[bin] = (shares[bin] ?? 0) + 1 / own.length;
    }
    return [{ fold, circuits: own.length, mean, sd, shares }];
  });
  return { from, to, folds };
}
