import { expect, test } from 'vitest';
import { trainingBut, trainingOf } from './training-circuits.ts';

const map = (fold: number[]) => ({
  z: new Float32Array(fold.length),
  dimensions: 1,
  circuits: fold.length,
  fold: Uint8Array.from(fold),
});

test('a selection and all others are of the training fold, without the validation and test circuits', () => {
  const folds = map([1, 2, 1, 3, 1, 1]);
  expect(trainingOf(folds, [4, 3, 0, 1])).toEqual([0, 4]);
  expect(trainingBut(folds, [4, 3, 0, 1])).toEqual([2, 5]);
  expect(trainingOf(folds, [1, 3])).toEqual([]);
});

test('a map without folds has only training circuits', () => {
  expect(trainingOf(map([0, 0, 0]), [2])).toEqual([2]);
  expect(trainingBut(map([0, 0, 0]), [2])).toEqual([0, 1]);
});
