import { expect, test } from 'vitest';
import { studentBound } from './student.ts';

test("bounds of Student's t as tabled, both sides together", () => {
  for (const [probability, freedom, bound] of [
    [0.95, 1, 12.7062],
    [0.95, 2, 4.3027],
    [0.95, 3, 3.1824],
    [0.95, 10, 2.2281],
    [0.95, 31, 2.0395],
    [0.99, 7, 3.4995],
    [0.99, 24, 2.7969],
    [0.999, 5, 6.8688],
    [0.999, 30, 3.646],
  ] as const)
    expect(studentBound(probability, freedom)).toBeCloseTo(bound, 3);
  expect(studentBound(0.95, 100_000)).toBeCloseTo(1.96, 3);
});

test('a higher probability and fewer degrees of freedom make it wider', () => {
  for (const freedom of [1, 2, 5, 8, 31])
    for (const probability of [0.5, 0.9, 0.95, 0.99]) {
      const bound = studentBound(probability, freedom);
      expect(studentBound(probability + 0.005, freedom)).toBeGreaterThan(bound);
      expect(studentBound(probability, freedom + 1)).toBeLessThan(bound);
    }
});
