import { expect, test } from 'vitest';
import { plainLine } from './plain-line.ts';

const people = [{ id: 'u_ada', name: 'Ada' }];

test.each([
  ['**Dense** here, @[u_ada]:\n\n- a\n- `b`\n\n> c', 'Dense here, @Ada: a b c'],
  ['[a paper](https://example.org) ![a map](https://example.org/m.png)', 'a paper a map'],
  ['# One\ntwo  \nthree\n```\nfour\n```', 'One two three four'],
  ['<b>x</b> @[u_gone]', '<b>x</b> @[u_gone]'],
])('%j is read as %j', (text, line) => {
  expect(plainLine(text, people)).toBe(line);
});

test('a long one is cut between letters', () => {
  const line = plainLine('👩'.repeat(300), people);
  expect(Array.from(line)).toHaveLength(120);
  expect(line).toMatch(/^(?:👩)+…$/u);
});
