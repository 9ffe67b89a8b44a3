import { meanOf, type Encoded } from './encoded.ts';
import { defineDirectionKind } from './kind.ts';

export const difference = defineDirectionKind({
  id: 'difference',
  name: 'Difference of two selections',
  about: 'From the middle of one selection of circuits to the middle of another, in two steps.',
  formula: '(mean z of the one - mean z of the other) / 2',
  source: 'Radford, Metz & Chintala 2016, arXiv 1511.06434',
  /** @throws RangeError when a selection is empty or both have the same middle. */
  step: (towards: Encoded, from: Encoded) => {
    if (towards.circuits.length === 0 || from.circuits.length === 0)
      throw new RangeError('Both selections need at least one circuit.');
    const start = meanOf(from);
    const step = meanOf(towards).map((value, d) => (value - (start[d] ?? 0)) / 2);
    if (step.every((value) => value === 0))
      throw new RangeError('Both selections have the same middle.');
    return step;
  },
});
