import { expect, test } from 'vitest';
import { openingWords } from './opening-words.ts';

test.each([
  [null, 'Loading the decoder'],
  [{ bytes: 4e6, of: null }, 'Loading the decoder'],
  [{ bytes: 3_140_000, of: 26_781_914 }, 'Loading the decoder, 3.1 of 26.8 MB'],
  [{ bytes: 26_781_914, of: 26_781_914 }, 'Starting the decoder'],
])('%j is said as "%s"', (loading, words) => {
  expect(openingWords({ status: 'opening', loading })).toBe(words);
});

test('an open decoder decodes', () => {
  expect(openingWords({ status: 'ready', loading: null })).toBe('Decoding');
});
