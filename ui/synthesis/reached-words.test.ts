import { expect, it } from 'vitest';
import { notDefined } from '~/core/metrics/index.ts';
import { besideDraws } from '~/core/nulls/index.ts';
import { nullText, offText } from './reached-words.ts';

const text = (...asked: Parameters<typeof besideDraws>) =>
  nullText({ id: 'a', ...besideDraws(...asked) });

it('calls a metric fixed only once two draws agree', () => {
  expect(nullText(undefined)).toBe('–');
  expect(text(0.1, [])).toBe('–');
  expect(text(0.1, [0.1])).toBe('–');
  expect(text(0.1, [0.1, 0.1])).toBe('fixed');
  expect(text(4, [1, 3])).toBe('1.4');
});

it('an undefined metric is never fixed and off by nothing that is known', () => {
  const none = notDefined('no connections');
  for (const draws of [[], [0.1], [0.1, 0.1], [0.1, 0.2]]) expect(text(none, draws)).toBe('–');
  expect(offText(Number.NaN)).toBe('–');
  expect(offText(0.0123)).toBe('1.2 %');
});
