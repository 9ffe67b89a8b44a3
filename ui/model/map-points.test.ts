import { expect, it } from 'vitest';
import { principalPlane } from './map-points.ts';

it('places circuits on their principal components', () => {
  const principal = {
    origin: [1, 1, 0],
    axes: [
      [0, 1, 0],
      [0.6, 0, 0.8],
    ],
    share: [0.7, 0.2],
  };
  const z = Float32Array.from([1, 1, 0, 1, 3, 0, 6, 1, 0, 1, 1, -5]);
  const { x, y } = principalPlane(z, 3, principal);
  expect([...x]).toEqual([0, 2, 0, 0]);
  expect([...y].map((value) => Number(value.toFixed(12)))).toEqual([0, 0, 3, -4]);
});
