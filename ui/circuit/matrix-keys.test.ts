import { expect, it } from 'vitest';
import { matrixStep } from './matrix-keys.ts';

const press = (key: string, shiftKey = false) => ({ key, shiftKey });

it('begins in the corner, goes by one and with Shift by ten, and stays within', () => {
  expect(matrixStep(press('ArrowDown'), null, 64)).toEqual([0, 0]);
  expect(matrixStep(press('ArrowDown'), [0, 3], 64)).toEqual([1, 3]);
  expect(matrixStep(press('ArrowRight', true), [1, 3], 64)).toEqual([1, 13]);
  expect(matrixStep(press('ArrowRight', true), [1, 60], 64)).toEqual([1, 63]);
  expect(matrixStep(press('ArrowUp'), [0, 0], 64)).toEqual([0, 0]);
});

it('goes to the ends of the row, and leaves other keys to others', () => {
  expect(matrixStep(press('Home'), [5, 9], 64)).toEqual([5, 0]);
  expect(matrixStep(press('End'), [5, 9], 64)).toEqual([5, 63]);
  expect(matrixStep(press('Tab'), [5, 9], 64)).toBeNull();
});
