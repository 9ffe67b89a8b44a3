import type { CommentTarget } from '~/core/contracts/index.ts';

/** What a thread hangs on, in a word or two. */
export function targetWords(target: CommentTarget): string {
  switch (target.kind) {
    case 'point':
      return 'Point';
    case 'region':
      return 'Region';
    case 'observed':
      return `Circuit ${target.circuit + 1}`;
    case 'pin':
      return 'Pin';
    case 'direction':
      return 'Direction';
    case 'run':
      return 'Run';
  }
}
