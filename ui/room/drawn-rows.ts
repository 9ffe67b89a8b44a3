import { besideRowsOf, type BesideRows } from '~/core/views/index.ts';
import type { BesideShown } from '~/ui/structure/index.ts';

/** The metrics beside their null once all of it is drawn; null before, and beside the training circuits. */
export function drawnRows({ choice, comparison }: BesideShown): BesideRows | null {
  if (choice === 'training' || !comparison || comparison.done < comparison.draws) return null;
  return besideRowsOf(comparison);
}
