import type { Folds } from '../../contracts/index.ts';
import { spreadPattern } from './spread-pattern.ts';

/**
 * Whether the folds can be those proposed, whose validation and test blocks are chosen by how connected their neurons
 * are (`balancedPattern`): blocks, and not the fixed checker. A recipe does not record who gave the blocks to folds.
 */
export function mayBeBalanced(folds: Folds): boolean {
  if (folds.kind !== 'blocks') return false;
  const checker = spreadPattern(folds.across);
  return folds.pattern.some((fold, block) => fold !== checker[block]);
}
