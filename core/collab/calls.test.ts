import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersTo, callToMe } from './calls.ts';
import type { Present } from './presence.ts';

type Said = Partial<Pick<Present, 'following' | 'calling' | 'declined'>>;
const one = (clientId: number, name: string, said: Said = {}): Present => ({
  ...{ clientId, isMe: clientId === 1 },
  user: { id: name, name, color: '#009988' },
  ...{ cursor: null, probe: null, view: null, following: null },
  ...said,
});
const me = one(1, 'me');
const asks = (people: Present[]) => callToMe(people, 1)?.clientId ?? null;

describe('a call that is put to me', () => {
  it.each<[string, Present[], number | null]>([
    ['is of somebody who calls', [me, one(2, 'ada', { calling: 5 })], 2],
    ['is not there while nobody calls', [me, one(2, 'ada')], null],
    ['is not my own', [one(1, 'me', { calling: 5 })], null],
    ['is not that of my other window', [me, one(2, 'me', { calling: 5 })], null],
    ['ends when I follow', [one(1, 'me', { following: 2 }), one(2, 'ada', { calling: 5 })], null],
    [
      'ends when I follow somebody who follows',
      [
        one(1, 'me', { following: 3 }),
        one(3, 'ben', { following: 2 }),
        one(2, 'ada', { calling: 5 }),
      ],
      null,
    ],
    ['ends when I decline', [one(1, 'me', { declined: 5 }), one(2, 'ada', { calling: 5 })], null],
    [
      'ends when I decline in my other window',
      [me, one(3, 'me', { declined: 5 }), one(2, 'ada', { calling: 5 })],
      null,
    ],
    [
      'ends when my other window follows',
      [me, one(3, 'me', { following: 2 }), one(2, 'ada', { calling: 5 })],
      null,
    ],
    [
      'is put anew when they call anew',
      [one(1, 'me', { declined: 5 }), one(2, 'ada', { calling: 6 })],
      2,
    ],
    [
      'is the newest of several',
      [me, one(2, 'ada', { calling: 5 }), one(3, 'ben', { calling: 9 })],
      3,
    ],
  ])('%s', (_, people, caller) => {
    expect(asks(people)).toBe(caller);
  });

  it('is of somebody else who is there and calls, whatever people do, and declining ends it', () => {
    const name = fc.constantFrom('me', 'ada', 'ben');
    const number = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
    const somebody = fc
      .record({
        id: fc.integer({ min: 2, max: 6 }),
        name,
        following: fc.option(fc.integer({ min: 1, max: 7 }), { nil: null }),
        calling: number,
        declined: number,
      })
      .map(({ id, name, ...said }) => one(id, name, said));
    const room = fc.uniqueArray(somebody, { selector: ({ clientId }) => clientId });
    fc.assert(
      fc.property(room, (others) => {
        const people = [me, ...others];
        const caller = callToMe(people, 1);
        if (caller === null) return;
        expect(caller.user.id).not.toBe('me');
        expect(caller.calling).toBeDefined();
        const after = [one(1, 'me', { declined: caller.calling }), ...others];
        expect(callToMe(after, 1)?.calling).not.toBe(caller.calling);
      }),
      { seed: 20261123 },
    );
  });
});

it('who called counts people, not windows: who came, who declined, who was asked', () => {
  const people = [
    one(1, 'me', { calling: 5 }),
    one(2, 'me'),
    one(3, 'ada', { following: 1 }),
    one(4, 'ada'),
    one(5, 'ben', { following: 3 }),
    one(6, 'cleo', { declined: 5 }),
    one(7, 'cleo', { declined: 5 }),
    one(8, 'dan', { declined: 4 }),
  ];
  expect(answersTo(people, 1)).toEqual({ came: 2, declined: 1, asked: 4 });
});
