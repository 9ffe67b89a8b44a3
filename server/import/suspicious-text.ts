import type { ProblemCode } from '~/core/connectome/problems.ts';

const suspicions: [ProblemCode, RegExp][] = [
  // What a spreadsheet would run when the name is exported and opened there.
  ['formula-text', /^[=@]|^[+-][^\d.\s]/],
  ['markup-text', /<\/?[a-z!]/i],
  // Controls, invisible spaces and marks that turn the direction of writing.
  ['hidden-text', /[\p{Cc}\p{Cf}]/u],
];

/** Text that is harmless here but might not be elsewhere; it is kept, with a warning. */
export function suspicionOf(text: string): ProblemCode | null {
  return suspicions.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
