import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveLeader, followersOf, leadsBack } from './follow.ts';

/** 'ab bc c-': a follows b, b follows c, c nobody. */
const people = (text: string) =>
  text.split(' ').map(([who = '', whom = '-']) => ({
    clientId: who.charCodeAt(0),
    following: whom === '-' ? null : whom.charCodeAt(0),
  }));
const leaderOfA = (text: string) => {
  const leader = effectiveLeader(people(text), 'a'.charCodeAt(0));
  return leader === null ? null : String.fromCharCode(leader);
};

describe('whom I follow', () => {
  it.each([
    ['a- b-', null, 'nobody'],
    ['ab b-', 'b', 'who I chose'],
    ['ab bc cd d-', 'd', 'the end of a chain'],
    ['ab', null, 'not somebody who has left'],
    ['ab bx', 'b', 'the last who is still there'],
    ['aa', null, 'not myself'],
    ['ab ba', null, 'nobody, when we follow each other'],
    ['ab bc ca', null, 'nobody, in a circle of three'],
    ['ab bc cb', 'b', 'who I chose, when they are in a circle without me'],
    ['ab bc cd dc', 'b', 'who I chose, when a circle without me lies further along'],
    ['ab bb', 'b', 'who I chose, when they claim to follow themselves'],
  ])('%s: %s (%s)', (text, leader, why) => {
    expect(leaderOfA(text), why).toBe(leader);
  });

  it('is always somebody else who is there, whatever people choose', () => {
    const choice = fc.record({
      clientId: fc.nat(6),
      following: fc.option(fc.nat(8), { nil: null }),
    });
    const room = fc.uniqueArray(choice, { selector: (one) => one.clientId });
    fc.assert(
      fc.property(room, fc.nat(6), (all, me) => {
        const leader = effectiveLeader(all, me);
        if (leader === null) return;
        expect(leader).not.toBe(me);
        expect(all.some((one) => one.clientId === leader)).toBe(true);
      }),
      { seed: 20261122 },
    );
  });

  it('whoever I see leads: they follow nobody who is there, or go round in a circle without me', () => {
    const choice = fc.option(fc.nat(7), { nil: null });
    fc.assert(
      fc.property(fc.array(choice, { minLength: 2, maxLength: 7 }), fc.nat(6), (choices, at) => {
        const all = choices.map((following, clientId) => ({ clientId, following }));
        const me = at % all.length;
        const leader = effectiveLeader(all, me);
        if (leader === null) return;
        expect(leadsBack(all, me, leader)).toBe(false);
        const next = all[leader]?.following ?? null;
        if (next === null || all[next] === undefined) return; // free
        expect(leader).toBe(all[me]?.following); // a circle that I look into
      }),
      { seed: 20261123 },
    );
  });

  it('everyone along a chain sees its end, so delays do not add up, whatever the order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 2 }), (ids) => {
        const all = ids.map((clientId, k) => ({ clientId, following: ids[k + 1] ?? null }));
        const end = ids.at(-1);
        for (const id of ids.slice(0, -1)) expect(effectiveLeader(all, id)).toBe(end);
        expect(effectiveLeader(all, end ?? -1)).toBeNull();
      }),
      { seed: 20261123 },
    );
  });

  it.each([
    ['ab ba', true],
    ['ab bc ca', true],
    ['ab bc cb', false],
    ['ab bc c-', false],
    ['ab bx', false],
  ])('%s leads back to a: %s', (text, back) => {
    expect(leadsBack(people(text), 97, 98)).toBe(back);
  });

  it('has followers who chose directly', () => {
    expect(followersOf(people('ab cb bb d-'), 98)).toEqual([97, 99]);
  });
});
