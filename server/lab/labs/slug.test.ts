import { expect, test } from 'vitest';
import { slugCandidates, slugOf } from './slug.ts';

test.each([
  ['Zador Lab', 'zador-lab'],
  ['  Lehrstuhl für Optik, II ', 'lehrstuhl-fur-optik-ii'],
  ['神経回路', 'lab'],
  ['../../etc', 'etc'],
  ['x'.repeat(80), 'x'.repeat(48)],
])('%j becomes %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('a taken slug is numbered', () => {
  const candidates = slugCandidates('Zador Lab');
  expect([1, 2, 3].map(() => candidates.next().value)).toEqual([
    'zador-lab',
    'zador-lab-2',
    'zador-lab-3',
  ]);
});
