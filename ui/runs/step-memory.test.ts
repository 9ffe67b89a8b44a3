import { expect, it } from 'vitest';
import { presets } from '~/core/contracts/presets.ts';
import { stepMemory } from './step-memory.ts';

it('is within a fifth of what XLA accounts for', () => {
  const accounted = { smoke: 3_518_880, standard: 25_336_440, large: 1_167_674_872 };
  for (const { id, size, settings } of presets) {
    const ratio = stepMemory({ size }, settings) / accounted[id];
    expect(Math.abs(ratio - 1), id).toBeLessThan(0.2);
    // smaller circuits are padded to the largest
    const mixed = stepMemory({ size, otherSizes: [16, 2 * size] }, settings);
    expect(mixed).toBe(4 * stepMemory({ size }, settings));
  }
});
