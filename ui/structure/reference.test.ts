import { expect, it } from 'vitest';
import { besideDraws } from '~/core/nulls/index.ts';
import { besideNull, besideTraining } from './reference.ts';

it('says why there is no distance from a null that does not vary', () => {
  const still = besideNull({ id: 'density', ...besideDraws(0.25, [0.25, 0.25, 0.25]) });
  expect(still).toMatchObject({ z: null, why: 'the same in every draw of the null', mean: 0.25 });
  const moving = besideNull({ id: 'density', ...besideDraws(3, [0, 1, 2]) });
  expect(moving).toMatchObject({ z: 2, why: null, mean: 1, sd: 1 });
});

it('stands beside the training circuits by their standard deviation', () => {
  expect(besideTraining(3, { mean: 1, sd: 2 })).toMatchObject({ z: 1, low: -1, high: 3 });
  expect(besideTraining(null, { mean: 1, sd: 2 })?.z).toBeNull();
  expect(besideTraining(3, undefined)).toBeNull();
});
