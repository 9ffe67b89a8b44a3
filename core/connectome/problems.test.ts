import { expect, test } from 'vitest';
import { describeProblem, importProblems, shown, type ProblemCode } from './problems.ts';

test.each(Object.keys(importProblems) as ProblemCode[])(
  '%s says what is wrong and what to do',
  (code) => {
    const { message, remedy } = describeProblem(
      code,
      { file: 'neurons' },
      { value: 'VALUE', other: 'OTHER', count: 7 },
    );
    for (const text of [message, remedy]) {
      expect(text).toMatch(/^(?:[A-Z]|7 )/);
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/undefined|NaN|!/);
    }
  },
);

test('a cell is shown on one line, hidden characters made visible', () => {
  expect(shown('a\nb\u202e')).toBe('"a\\nb\\u202e"');
  expect(shown('x'.repeat(1000)).length).toBeLessThan(70);
});
