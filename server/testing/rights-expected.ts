import type { Need } from './rights-table.ts';

export type Who = 'stranger' | 'guest' | 'removed' | 'viewer' | 'owner';
export type Outcome = 'passes' | 'UNAUTHORIZED' | 'FORBIDDEN' | 'NOT_FOUND';

const reading: readonly Need[] = ['look', 'read', 'walk'];

/**
 * What has to happen, written down again and not taken from the table the server decides by.
 * Several outcomes where each of them tells a stranger equally little.
 */
export function expected(need: Need, who: Who, lab: 'closed' | 'open'): Outcome[] {
  if (need === 'worker token') return ['UNAUTHORIZED'];
  if (need === 'anyone') return ['passes'];
  if (need === 'session') return who === 'stranger' ? ['UNAUTHORIZED'] : ['passes'];
  if (need === 'account') {
    if (who === 'stranger') return ['UNAUTHORIZED'];
    return who === 'guest' ? ['FORBIDDEN'] : ['passes'];
  }
  if (need === 'membership') {
    if (who === 'stranger') return ['UNAUTHORIZED'];
    return who === 'viewer' || who === 'owner' ? ['passes'] : ['NOT_FOUND'];
  }
  if (who === 'owner') return ['passes'];
  if (who === 'viewer') return reading.includes(need) ? ['passes'] : ['FORBIDDEN'];
  if (lab === 'closed') return who === 'stranger' ? ['UNAUTHORIZED', 'NOT_FOUND'] : ['NOT_FOUND'];
  if (who === 'stranger') return need === 'look' ? ['passes'] : ['UNAUTHORIZED'];
  return reading.includes(need) ? ['passes'] : ['FORBIDDEN'];
}
