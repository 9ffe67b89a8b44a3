import type { SamplingRecipe } from '../../contracts/index.ts';
import type { Generator } from '../../random.ts';
import type { FoldView } from '../fold-view.ts';

/**
 * How the candidates of a circuit are gathered around a centre. A method is drawn in two steps because the recipe's
 * spread is drawn between them, the same in Python.
 */
export type SamplingMethod = {
  id: SamplingRecipe['method'];
  name: string;
  about: string;
  needsPositions: boolean;
  /** What is drawn about the centre before the spread; returns the gatherer of `count` candidates, in order. */
  centre(
    fold: FoldView,
    centre: number,
    recipe: SamplingRecipe,
    random: Generator,
  ): (count: number) => ArrayLike<number>;
};
