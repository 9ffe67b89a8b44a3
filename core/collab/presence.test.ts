import { describe, expect, it } from 'vitest';
import { initials, readPeople, roundLatent } from './presence.ts';

const user = (name: string) => ({ id: name, name, color: '#009988' });
const still = { cursor: null, probe: null, view: null, following: null };

describe('people', () => {
  it('are me first and the others by name; who is nobody is left out', () => {
    const states = new Map<number, object>([
      [1, { user: user('Zoe'), ...still }],
      [2, { user: user('Ada'), ...still }],
      [3, { cursor: [1] }],
      [4, still],
    ]);
    const people = readPeople(states, { clientId: 4, user: user('Me') });
    expect(people.map((one) => [one.user.name, one.isMe])).toEqual([
      ['Me', true],
      ['Ada', false],
      ['Zoe', false],
    ]);
    expect(readPeople(states, { clientId: 4, user: null })).toHaveLength(2);
  });

  it('lose only the part of their state that is odd', () => {
    const probe = { z: [1, 2], seed: 3, conditions: 0 };
    const states = new Map([[1, { user: user('Ada'), cursor: 'here', probe, following: 1.5 }]]);
    expect(readPeople(states, { clientId: 9, user: null })).toEqual([
      {
        user: user('Ada'),
        cursor: null,
        probe,
        view: null,
        following: null,
        clientId: 1,
        isMe: false,
      },
    ]);
  });

  it('are the same object while their state is', () => {
    const states = new Map([[1, { user: user('Ada'), ...still }]]);
    const me = { clientId: 9, user: null };
    expect(readPeople(states, me)[0]).toBe(readPeople(states, me)[0]);
  });
});

it.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'AD'],
  ['Santiago Ramón y Cajal', 'SC'],
  ['  ', '?'],
  ['Ölçer', 'ÖL'],
  ['x', 'X'],
  ['李 明', '李明'],
])('initials of "%s" are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it('sends cursors with four decimals', () => {
  expect(roundLatent([0.123456, -1.99999])).toEqual([0.1235, -2]);
});
