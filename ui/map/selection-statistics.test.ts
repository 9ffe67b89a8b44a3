import { expect, it } from 'vitest';
import { metricIds } from '~/core/contracts/index.ts';
import { selectionStatistics } from './selection-statistics.ts';

it('compares a selection with all circuits and passes over what is not defined', () => {
  const density = [1, 2, 3, 4, NaN];
  const metrics = new Float32Array(density.length * metricIds.length).fill(NaN);
  density.forEach((value, i) => (metrics[i * metricIds.length] = value));
  const found = selectionStatistics({ circuits: 5, metrics }, Uint32Array.of(2, 3, 4));
  expect(found[0]).toMatchObject({ metric: 'density', mean: 3.5, sd: 0.5 });
  expect(found[0]?.shift).toBeCloseTo(1 / Math.sqrt(1.25), 6);
  expect(found[1]?.mean).toBeNaN();
});
