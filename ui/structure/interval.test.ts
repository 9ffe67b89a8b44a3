import { expect, it } from 'vitest';
import { interval } from './interval.ts';

it('puts the mean in the middle and one sd at an eighth of the bar', () => {
  expect(interval(0.5, 0.5, 0.1)).toMatchObject({ from: 37.5, to: 62.5, value: 50, beyond: false });
  expect(interval(0.6, 0.5, 0.1).value).toBeCloseTo(62.5, 9);
});

it('holds what lies outside at the end and says so', () => {
  expect(interval(2, 0.5, 0.1)).toMatchObject({ value: 100, beyond: true });
  expect(interval(-2, 0.5, 0.1)).toMatchObject({ value: 0, beyond: true });
});

it('shows nothing for what is not defined', () => {
  expect(interval(null, 0.5, 0.1).value).toBeNull();
  expect(interval(0.5, 0.5, 0).value).toBeNull();
});

it('puts a band where it lies and never outside the bar', () => {
  expect(interval(0.5, 0.5, 0.1, 0.4, 0.7)).toMatchObject({ from: 37.5, to: 75 });
  expect(interval(0.5, 0.5, 0.1, -9, 9)).toMatchObject({ from: 0, to: 100 });
  expect(interval(0.5, 0.5, 0, 0.5, 0.5)).toMatchObject({ from: 50, to: 50 });
});
