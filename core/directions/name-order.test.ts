import { expect, test } from 'vitest';
import type { Verdict } from '../contracts/direction-name.ts';
import { disagreement, inOrder, titleOf } from './name-order.ts';

const named = (id: string, yes: number, no: number, verdict: Verdict | null = null) => ({
  id,
  votes: { for: yes, against: no, mine: null },
  test: verdict && { verdict },
});

test('the title is the name with the most votes, for less against; of equals the oldest', () => {
  expect(titleOf([])).toBeNull();
  expect(titleOf([named('first', 0, 0), named('second', 0, 0)])?.id).toBe('first');
  expect(titleOf([named('first', 0, 0), named('second', 1, 0)])?.id).toBe('second');
  expect(titleOf([named('first', 2, 0), named('second', 5, 4)])?.id).toBe('first');
  expect(titleOf([named('first', 0, 1), named('second', 0, 0)])?.id).toBe('second');
});

test('disagreement: the share of votes against what the test is worth, and none without both', () => {
  expect(disagreement(named('a', 3, 0, 'contradicted'))).toBe(1);
  expect(disagreement(named('a', 3, 0, 'supported'))).toBe(0);
  expect(disagreement(named('a', 3, 0, 'undecided'))).toBe(0.5);
  expect(disagreement(named('a', 1, 3, 'supported'))).toBe(0.75);
  expect(disagreement(named('a', 0, 0, 'supported'))).toBeNull();
  expect(disagreement(named('a', 3, 0))).toBeNull();
});

test('the list by votes, by test and by disagreement', () => {
  const names = [
    named('founding', 1, 0),
    named('liked and wrong', 5, 0, 'contradicted'),
    named('liked and right', 4, 0, 'supported'),
    named('disliked and right', 0, 2, 'supported'),
    named('open', 2, 0, 'undecided'),
  ];
  const ids = (order: Parameters<typeof inOrder>[1]) => inOrder(names, order).map(({ id }) => id);
  expect(ids('votes')).toEqual([
    'liked and wrong',
    'liked and right',
    'open',
    'founding',
    'disliked and right',
  ]);
  expect(ids('test')).toEqual([
    'liked and right',
    'disliked and right',
    'open',
    'liked and wrong',
    'founding',
  ]);
  expect(ids('disagreement')).toEqual([
    'liked and wrong',
    'disliked and right',
    'open',
    'liked and right',
    'founding',
  ]);
});
