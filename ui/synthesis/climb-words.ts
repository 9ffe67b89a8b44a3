import type { ClimbEnd } from '~/core/synthesis/index.ts';

/** Why a path has no step beyond its start. */
export function nowhereWords(end: ClimbEnd | null, holds: boolean): string {
  if (end === 'edge of the data') return 'the way from here leads out of the data';
  if (end === 'not defined') return 'a metric asked for is not defined here';
  return holds ? 'no way from here that holds the rest' : 'no way from here that changes it';
}
