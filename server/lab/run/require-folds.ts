import { foldNames } from '~/core/contracts/index.ts';
import type { Corpus } from '~/core/sampling/corpus.ts';
import { SamplingError } from '~/core/sampling/sampling-error.ts';

/** @throws SamplingError if a fold has too few neurons for a single circuit: better now than on the worker */
export function requireFolds({ fold, header }: Pick<Corpus, 'fold' | 'header'>): void {
  const { size } = header.recipe;
  for (const name of ['train', 'validation', 'test'] as const) {
    const code = foldNames.indexOf(name);
    const neurons = fold.filter((at) => at === code).length;
    if (neurons < size)
      throw new SamplingError(
        `The ${name} fold has ${neurons} neurons, a circuit needs ${size}. ` +
          'Choose smaller circuits, fewer filters, a smaller gap, or give this fold more slabs.',
      );
  }
}
