import { closeCode } from '~/core/collab/index.ts';
import { personOf, type Person } from '../auth/person.ts';
import { may, standingIn } from '../lab/rights.ts';
import type { Services } from '../services.ts';
import { placeOfRoom } from './persistence.ts';

export interface Admitted {
  person: Person;
  labId: string;
  canWrite: boolean;
}

/** A decision against somebody, as the code and reason their socket closes with. */
export interface Refused {
  code: number;
  reason: string;
}

/** A socket says at most 123 bytes in closing. */
const roomClosed =
  'This room was closed. What is in it is kept; whoever may edit the lab can open it again.';

/** Decides who may be in a room, and who may change its bench; asked at the door and again when roles change. */
export async function admit(
  services: Services,
  headers: Headers,
  roomId: string,
): Promise<Admitted | Refused> {
  const person = await personOf(services.auth, headers);
  if (!person) return { code: closeCode.unauthenticated, reason: 'Sign in or enter as a guest.' };
  const place = await placeOfRoom(services, roomId);
  if (place === null) return { code: closeCode.noRoom, reason: 'There is no such room.' };
  const { labId, closed } = place;
  const { standing } = await standingIn({ services, person }, labId);
  if (!may(standing, 'walk')) {
    return { code: closeCode.forbidden, reason: 'This room is not open to you.' };
  }
  if (closed) return { code: closeCode.roomClosed, reason: roomClosed };
  return { person, labId, canWrite: may(standing, 'bench') };
}

export const isRefused = (decision: Admitted | Refused): decision is Refused => 'code' in decision;
