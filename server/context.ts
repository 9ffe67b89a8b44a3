import { personOf, type Person } from './auth/person.ts';
import type { Services } from './services.ts';

/** Who asks, with what: given to every procedure, route and use-case. */
export type Context = {
  services: Services;
  person: Person | null;
  headers: Headers;
};

/** A context in which somebody is signed in, as account or guest. */
export type SignedIn = Context & { person: Person };

export async function createContext(services: Services, headers: Headers): Promise<Context> {
  return { services, headers, person: await personOf(services.auth, headers) };
}
