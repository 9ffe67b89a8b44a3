import type { Folds } from '../../contracts/index.ts';

type Axis = 'x' | 'y' | 'z';

/** The two axes a drawing of the folds needs: across, and down, which is depth wherever depth is one of them. */
export function foldPlane(folds: Folds): { across: Axis; down: Axis } {
  if (folds.kind !== 'blocks') return { across: folds.axis === 'z' ? 'z' : 'x', down: 'y' };
  const [first, second] = folds.axes;
  return first === 'y' ? { across: second, down: 'y' } : { across: first, down: second };
}
