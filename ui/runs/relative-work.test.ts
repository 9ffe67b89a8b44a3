import { expect, it } from 'vitest';
import { estimateWords, relativeWork } from './relative-work.ts';

const preset = { size: 64, settings: { epochs: 30, circuitsPerEpoch: 2500, hidden: 96 } };

it('counts circuits and pairs', () => {
  expect(relativeWork(preset, preset)).toBe(1);
  expect(relativeWork({ ...preset, size: 128 }, preset)).toBe(4);
  const short = { ...preset, settings: { ...preset.settings, epochs: 15 } };
  expect(relativeWork(short, preset)).toBe(0.5);
});

it('says nothing new while the preset stands', () => {
  expect(estimateWords('six minutes', 1)).toBe('six minutes');
  expect(estimateWords('six minutes', 4)).toContain('4.0 ×');
});
