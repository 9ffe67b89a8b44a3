import { expect, it } from 'vitest';
import { presets } from '~/core/contracts/presets.ts';
import { stepMemory } from './step-memory.ts';

it('is within a fifth of what XLA accounts for', () => {
  const accounted = { smoke: 5_743_616, standard: 25_867_200, large: 846_652_480 };
  for (const { id, size, settings } of presets) {
    const ratio = stepMemory({ size }, settings) / accounted[id];
    expect(Math.abs(ratio - 1), id).toBeLessThan(0.2);
  }
});
