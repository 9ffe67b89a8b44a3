import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Whereabouts, type OpenStay } from './whereabouts.ts';

const user = (id: string, color = '#009988') => ({ id, name: id, color });
let there: Whereabouts;
let told: number;

beforeEach(() => {
  vi.useFakeTimers();
  there = new Whereabouts();
  told = 0;
});
afterEach(() => vi.useRealTimers());

const arrive = (id: string, roomId: string | null = null, labId = 'lab') =>
  there.arrive({ labId, user: user(id), roomId });
const seen = (labId = 'lab') =>
  there.of(labId).map((one) => [one.user.id, ...one.rooms.map(({ roomId }) => roomId)].join(' '));

describe('who is where', () => {
  it('one person in several windows is one person', () => {
    arrive('ada');
    const first = arrive('ada', 'tuesday');
    const second = arrive('ada', 'tuesday');
    arrive('ada', 'friday');
    arrive('ben');
    expect(seen()).toEqual(['ada tuesday friday', 'ben']);
    first.leave();
    first.leave();
    expect(seen()).toEqual(['ada tuesday friday', 'ben']);
    second.leave();
    expect(seen()).toEqual(['ada friday', 'ben']);
  });

  it('a person is idle in a room only if every window of theirs there is', () => {
    const first = arrive('ada', 'tuesday');
    const second = arrive('ada', 'tuesday');
    const idle = () => there.of('lab')[0]?.rooms[0]?.idle;
    first.setIdle(true);
    expect(idle()).toBe(false);
    second.setIdle(true);
    expect(idle()).toBe(true);
    first.setIdle(false);
    expect(idle()).toBe(false);
  });

  it('has the colour of the room they are in', () => {
    arrive('ada');
    there.arrive({ labId: 'lab', user: user('ada', '#cc2233'), roomId: 'tuesday' });
    expect(there.of('lab')[0]?.user.color).toBe('#cc2233');
  });

  it('keeps labs apart', () => {
    arrive('ada', null, 'one');
    arrive('ben', null, 'other');
    expect([seen('one'), seen('other'), seen('third')]).toEqual([['ada'], ['ben'], []]);
  });

  it('whatever comes and goes, what is left is those who have not gone', () => {
    const act = fc.record({
      who: fc.constantFrom('ada', 'ben', 'cleo'),
      room: fc.constantFrom(null, 'tuesday', 'friday'),
      leaves: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        there = new Whereabouts();
        const open: { who: string; room: string | null; stay: OpenStay }[] = [];
        for (const { who, room, leaves } of acts) {
          if (leaves) open.shift()?.stay.leave();
          else open.push({ who, room, stay: arrive(who, room) });
        }
        const expected = [...new Set(open.map(({ who }) => who))].sort();
        expect(there.of('lab').map((one) => one.user.id)).toEqual(expected);
        for (const one of there.of('lab')) {
          const rooms = open.flatMap(({ who, room }) =>
            who === one.user.id && room ? [room] : [],
          );
          expect(new Set(one.rooms.map(({ roomId }) => roomId))).toEqual(new Set(rooms));
        }
      }),
      { seed: 20261123 },
    );
  });
});

describe('a watcher', () => {
  it('is told once for all that happens within a while, and not of other labs', () => {
    const end = there.watch('lab', () => told++);
    const stay = arrive('ada', 'tuesday');
    stay.setIdle(true);
    arrive('ben');
    arrive('cleo', null, 'other');
    expect(told).toBe(0);
    vi.runAllTimers();
    expect(told).toBe(1);
    stay.setIdle(true); // as it was
    vi.runAllTimers();
    expect(told).toBe(1);
    stay.leave();
    vi.runAllTimers();
    expect(told).toBe(2);
    end();
    arrive('ada');
    vi.runAllTimers();
    expect(told).toBe(2);
  });
});
