import { describe, expect, it } from 'vitest';
import { initials } from './initials.ts';
import { readPeople, roundLatent } from './presence.ts';

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

  it('are led by sliders that make sense, or by none', () => {
    const read = (steering: unknown) =>
      readPeople(new Map([[1, { user: user('Ada'), ...still, steering }]]), {
        clientId: 9,
        user: null,
      })[0]?.steering;
    const origin = { z: [1, 2], seed: 3, conditions: 0 };
    const before = [0.1, null];
    const sane = { origin, amounts: { 'aligned:density': 2 }, before };
    expect(read(sane)).toEqual(sane);
    expect(read({ ...sane, amounts: { 'aligned:density': 3 } })).toBeUndefined();
    expect(read({ ...sane, amounts: { ['x'.repeat(81)]: 1 } })).toBeUndefined();
    expect(read({ ...sane, origin: { z: [Infinity], seed: 3, conditions: 0 } })).toBeUndefined();
    const many = Object.fromEntries(Array.from({ length: 33 }, (_, k) => [`d${k}`, 1]));
    expect(read({ ...sane, amounts: many })).toBeUndefined();
  });

  it('point, call, decline and are idle in words that make sense, or not at all', () => {
    const said = { idle: true, pointing: true, calling: 5, declined: 4 };
    const read = (more: object) =>
      readPeople(new Map([[1, { user: user('Ada'), ...still, ...more }]]), {
        clientId: 9,
        user: null,
      })[0];
    expect(read(said)).toMatchObject(said);
    const odd = { idle: 'yes', pointing: 1, calling: '5', declined: 0.5 };
    expect(read(odd)).toMatchObject({ user: user('Ada') });
    for (const field of ['idle', 'pointing', 'calling', 'declined'] as const)
      expect(read(odd)?.[field]).toBeUndefined();
    const plane = { id: 'a', label: ['x', 'y'], origin: [0, 0], u: [1, 0], v: [0, 1] };
    const view = { plane, center: [0, 0], span: 2 };
    expect(read({ view: { ...view, ratio: 1.5 } })?.view).toEqual({ ...view, ratio: 1.5 });
    for (const ratio of [0, -1, Infinity, '2', 1e9])
      expect(read({ view: { ...view, ratio } })?.view).toBeNull();
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
