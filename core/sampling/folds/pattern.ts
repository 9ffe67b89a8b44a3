import type { Folds } from '../../contracts/index.ts';
import { SamplingError } from '../sampling-error.ts';

/** @throws SamplingError when the pattern does not name a fold for each part, or leaves a fold without any. */
export function checkPattern(pattern: Folds['pattern'], parts: number, called: string): void {
  if (pattern.length !== parts)
    throw new SamplingError(
      `The pattern names ${pattern.length} ${called}s, the recipe has ${parts}; name a fold for each ${called}.`,
    );
  for (const name of ['train', 'validation', 'test'] as const)
    if (!pattern.includes(name))
      throw new SamplingError(`No ${called} is given to the fold "${name}"; give it at least one.`);
}
