import { expect, test } from 'vitest';
import { Generator, streams } from '../random.ts';
import {
  labelled,
  matching,
  mentionBeingTyped,
  mentionedIn,
  storedText,
  typedText,
} from './mentions.ts';

const people = [
  { id: 'u_ada', name: 'Ada' },
  { id: 'u_lovelace', name: 'Ada Lovelace' },
  { id: 'u_ada2', name: 'Ada' },
  { id: 'u_golgi', name: 'Camillo Golgi*' },
];

test('two with one name are told apart', () => {
  expect(labelled(people).map(({ label }) => label)).toEqual([
    'Ada',
    'Ada Lovelace',
    'Ada (2)',
    'Camillo Golgi*',
  ]);
});

test.each([
  ['@Ada Lovelace, see @Camillo Golgi*', '@[u_lovelace], see @[u_golgi]'],
  ['@Ada and @Ada (2)', '@[u_ada] and @[u_ada2]'],
  ['@Adam, a@Ada, @ada, @ Ada', '@Adam, a@Ada, @ada, @ Ada'],
  ['@Ada_ @Adaé', '@Ada_ @Adaé'],
  ['(@Ada)@Ada', '(@[u_ada])@[u_ada]'],
  ['@', '@'],
])('%j is stored as %j', (typed, stored) => {
  expect(storedText(typed, people)).toBe(stored);
  expect(typedText(stored, people)).toBe(typed);
});

test('whatever is stored comes back from being typed again', () => {
  const words = ['so', '\n', '@nobody', 'x@y.org', '@[u_gone]', '(2', '`@`', 'Golgi'];
  for (let seed = 1; seed <= 300; seed++) {
    const chance = new Generator(seed, streams.bench);
    const parts = Array.from({ length: 12 }, () => {
      const at = chance.nextInt(words.length + people.length);
      return words[at] ?? `@[${people[at - words.length]?.id ?? ''}]`;
    });
    const stored = parts.join(' ');
    expect(storedText(typedText(stored, people), people), stored).toBe(stored);
  }
});

test('mentions are found once each, and nothing else is', () => {
  expect(mentionedIn('@[a] @[b] @[a] @[] @[c d] [a] @a')).toEqual(['a', 'b']);
});

test('a mention is being typed from its @ to the caret, on one line', () => {
  expect(mentionBeingTyped('see @Ad', 7)).toBe('Ad');
  expect(mentionBeingTyped('see @Ad', 5)).toBe('');
  expect(mentionBeingTyped('see @Ada Lov', 12)).toBe('Ada Lov');
  expect(mentionBeingTyped('see @Ad', 4)).toBeNull();
  expect(mentionBeingTyped('a@Ad', 4)).toBeNull();
  expect(mentionBeingTyped('@Ad\nx', 5)).toBeNull();
  expect(mentionBeingTyped('', 0)).toBeNull();
});

test('a beginning means whoever has a word that begins so, and nobody once the name is left behind', () => {
  const labels = (begun: string) => matching(people, begun).map(({ label }) => label);
  expect(labels('')).toHaveLength(4);
  expect(labels('go')).toEqual(['Camillo Golgi*']);
  expect(labels('ada l')).toEqual(['Ada Lovelace']);
  expect(labels('Ada (2) ')).toEqual([]);
  expect(labels('x')).toEqual([]);
});
