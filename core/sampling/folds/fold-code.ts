import { foldNames, type FoldName } from '../../contracts/index.ts';

/** Code of a fold in corpus files: 0 gap, 1 train, 2 validation, 3 test. */
export function foldCode(name: FoldName): number {
  return foldNames.indexOf(name);
}
