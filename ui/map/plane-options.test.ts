import { expect, it } from 'vitest';
import { project, unproject } from '~/core/latent/index.ts';
import { axesOf, planeOf, through } from './plane-options.ts';

const model = {
  latent: { z: 3, u: 1 },
  prior: {
    mean: [0, 0, 0],
    covariance: [
      [4, 0, 0],
      [0, 4, 0],
      [0, 0, 9],
    ],
  },
  principal: {
    origin: [0.5, -1, 2],
    axes: [
      [0.6, 0.8, 0],
      [-0.8, 0.6, 0],
      [0, 0, 1],
    ],
    share: [0.5, 0.3, 0.2],
  },
};

it('offers principal components and latent axes, never one axis twice', () => {
  expect(planeOf(model, 'pc:2', 'pc:1', true).id).toBe('pc:2:1');
  expect(planeOf(model, 'pc:1', 'pc:1', false).id).toBe('pc:0:1');
  expect(planeOf(model, 'axis:0', 'pc:1', true).id).toBe('axis:0:1');
  expect(axesOf(planeOf(model, 'axis:2', 'axis:1', true))).toEqual(['axis:2', 'axis:1']);
});

it('a plane through a point holds that point exactly, at the place where it was shown before', () => {
  const plane = planeOf(model, 'pc:0', 'pc:1', true);
  const z = [3, 1, -4];
  const [s, t] = project(plane, z);
  const moved = through(plane, z);
  unproject(moved, s, t).forEach((value, d) => expect(value).toBeCloseTo(z[d] ?? NaN, 9));
  expect(axesOf(moved)).toEqual(axesOf(plane));
});
