import { expect, it } from 'vitest';
import { readingShare, readingWords } from './reading-words.ts';

const at = { bytes: 1_200_000, of: 4_800_000, rows: 30_000 };

it('says bytes and rows of the table it is at', () => {
  expect(readingWords({ stage: 'connections', ...at })).toBe(
    'Reading connections: 1.2 MB of 4.8 MB, 30,000 rows',
  );
});

it('has a share of both files once it reads, and none while it waits', () => {
  expect(readingShare({ stage: 'waiting', bytes: 0, of: 0, rows: 0 })).toBeNull();
  expect(readingShare({ stage: 'neurons', ...at })).toBe(0.25);
});
