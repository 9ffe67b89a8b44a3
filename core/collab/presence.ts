import { z } from 'zod';
import { presence } from '../contracts/room.ts';
import type { Person, Presence } from '../contracts/room.ts';

/** Somebody in the room, as the others see them: a person may be there twice, with two windows. */
export interface Present extends Presence {
  clientId: number;
  isMe: boolean;
}

/** Each field on its own: an odd cursor hides the cursor and not the person. */
const lenient = z.object({
  user: presence.shape.user,
  cursor: presence.shape.cursor.catch(null),
  probe: presence.shape.probe.catch(null),
  view: presence.shape.view.catch(null),
  following: presence.shape.following.catch(null),
  pin: presence.shape.pin.catch(undefined),
  steering: presence.shape.steering.catch(undefined),
  idle: presence.shape.idle.catch(undefined),
  pointing: presence.shape.pointing.catch(undefined),
  calling: presence.shape.calling.catch(undefined),
  declined: presence.shape.declined.catch(undefined),
});

/** States are replaced, never changed, so who was read once is the same object until they move. */
const known = new WeakMap<object, Present | null>();

function readOther(clientId: number, state: object): Present | null {
  const before = known.get(state);
  if (before !== undefined) return before;
  const read = lenient.safeParse(state);
  const found = read.success ? { ...read.data, clientId, isMe: false } : null;
  known.set(state, found);
  return found;
}

function readMe(clientId: number, state: object, user: Person): Present | null {
  const read = lenient.safeParse({ ...state, user });
  return read.success ? { ...read.data, clientId, isMe: true } : null;
}

/**
 * Everyone whose state makes sense, me first, the others by name.
 * @param states awareness states by client id; mine lacks `user`, which is the server's to give
 */
export function readPeople(
  states: ReadonlyMap<number, object>,
  me: { clientId: number; user: Person | null },
): Present[] {
  const people: Present[] = [];
  for (const [clientId, state] of states) {
    if (clientId !== me.clientId) add(people, readOther(clientId, state));
    else if (me.user !== null) add(people, readMe(clientId, state, me.user));
  }
  return people.sort(
    (a, b) =>
      Number(b.isMe) - Number(a.isMe) ||
      a.user.name.localeCompare(b.user.name) ||
      a.clientId - b.clientId,
  );
}

const add = (people: Present[], one: Present | null) => {
  if (one !== null) people.push(one);
};

const fine = 4;

/** Latent coordinates are sent with 4 decimals: below what the map can show, and half the bytes. */
export const roundLatent = (z: readonly number[]): number[] =>
  z.map((value) => Math.round(value * 10 ** fine) / 10 ** fine);
