import { isDefined } from '../metrics/index.ts';
import type { Comparison } from '../nulls/index.ts';
import type { BesideRows } from './compare-view.ts';

/** A comparison with a null as views keep it. */
export const besideRowsOf = ({ beside }: Pick<Comparison, 'beside'>): BesideRows =>
  beside.map(({ id, mean, low, high, z }) => ({
    metric: id,
    ...{ mean, low, high },
    z: isDefined(z) ? z : null,
  }));
