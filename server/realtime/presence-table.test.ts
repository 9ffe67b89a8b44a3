import { beforeEach, describe, expect, it } from 'vitest';
import { awarenessFrame, readFrame } from '~/core/collab/index.ts';
import { PresenceTable, type Occupant } from './presence-table.ts';

const someone = (name: string): Occupant => ({
  user: { id: name, name, color: '#009988' },
  clientId: null,
  idle: false,
});
const state = (clientId: number, clock: number, json: string) => {
  const frame = readFrame(awarenessFrame([{ clientId, clock, json }]));
  return frame.kind === 'awareness' ? frame.payload : new Uint8Array();
};

let table: PresenceTable;
let ada: Occupant;
let ben: Occupant;
beforeEach(() => {
  table = new PresenceTable();
  [ada, ben] = [someone('Ada'), someone('Ben')];
  table.take(ada, state(1, 5, '{"cursor":[0]}'), 0);
  table.take(ben, state(2, 5, '{"cursor":[0]}'), 0);
  table.drain();
});
const cursorOf = (clientId: number): unknown => {
  const seat = table.snapshot().find((entry) => entry.clientId === clientId);
  return seat && (JSON.parse(seat.json) as { cursor: unknown }).cursor;
};

describe('who is in a room', () => {
  it('keeps of each client the latest only', () => {
    for (let clock = 6; clock < 20; clock++) {
      table.take(ada, state(1, clock, `{"cursor":[${clock}]}`), 0);
    }
    table.take(ada, state(1, 7, '{"cursor":["late"]}'), 0);
    const drained = table.drain();
    expect(drained).toHaveLength(1);
    expect(drained[0]).toMatchObject({ clientId: 1, clock: 19 });
    expect(table.drain()).toEqual([]);
  });

  it('passes over what a client says of another, at any clock', () => {
    table.take(ben, state(1, 99, '{"cursor":["forged"]}'), 0);
    table.take(ben, state(1, 99, 'null'), 0);
    expect(cursorOf(1)).toEqual([0]);
    expect(table.drain()).toEqual([]);
  });

  it('passes over a second id of one client', () => {
    table.take(ada, state(3, 1, '{"cursor":[3]}'), 0);
    expect(cursorOf(3)).toBeUndefined();
  });

  it('gives a seat to the same person who comes back before the old connection is dead', () => {
    const again = someone('Ada');
    table.take(again, state(1, 5, '{"cursor":["same clock"]}'), 0);
    expect(again.clientId).toBeNull();
    table.take(again, state(1, 6, '{"cursor":["again"]}'), 0);
    expect(cursorOf(1)).toEqual(['again']);
    table.take(ada, state(1, 7, '{"cursor":["old"]}'), 0);
    table.remove(ada, 0);
    expect(cursorOf(1)).toEqual(['again']);
  });

  it('does not take somebody who has left for a client that still talks of them', () => {
    table.remove(ada, 1_000);
    const newcomer = someone('Cleo');
    table.take(newcomer, state(1, 6, '{"cursor":["echo"]}'), 2_000);
    expect(newcomer.clientId).toBeNull();
    expect(table.drain()).toEqual([{ clientId: 1, clock: 5, json: 'null' }]);
  });

  it('writes the identity itself', () => {
    const forged = '{"cursor":[1],"user":{"id":"Ben","name":"Ben"},"__proto__":{"x":1}}';
    table.take(ada, state(1, 6, forged), 0);
    const [entry] = table.drain();
    expect(JSON.parse(entry?.json ?? '')).toMatchObject({ user: ada.user });
  });

  it.each(['[1]', '"text"', '{', '7', `{"long":"${'x'.repeat(16_384)}"}`])(
    'does not understand %.12s as a state',
    (json) => {
      expect(() => table.take(ada, state(1, 6, json), 0)).toThrow();
      expect(cursorOf(1)).toEqual([0]);
    },
  );
});
