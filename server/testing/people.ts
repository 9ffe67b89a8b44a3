import { randomBytes } from 'node:crypto';
import { createTRPCClient, httpLink } from '@trpc/client';
import { createCaller, type AppRouter } from '../api/root.ts';
import { personOf, type Person } from '../auth/person.ts';
import { createContext } from '../context.ts';
import type { TestServer } from './test-server.ts';

/** Any running server will do. */
type Running = Pick<TestServer, 'origin' | 'services'>;

/** Somebody with a session on a test server. */
export type SignedUp = {
  person: Person;
  cookie: string;
  /** Send these with every request: the session and where it comes from. */
  headers: { cookie: string; origin: string };
};

/** A new account, through the same door as everybody. */
export function signUp(server: Running, name: string): Promise<SignedUp> {
  const email = `${name.toLowerCase().replace(/\W/g, '')}-${randomBytes(4).toString('hex')}@example.org`;
  return enter(server, 'sign-up/email', { name, email, password: randomBytes(12).toString('hex') });
}

/** A guest with a name of their choice. */
export async function enterAsGuest(server: Running, name: string): Promise<SignedUp> {
  const guest = await enter(server, 'sign-in/anonymous', {});
  const named = await post(server, 'update-user', { name }, guest.cookie);
  if (!named.ok) throw new Error(`Naming the guest failed: ${await named.text()}`);
  return { ...guest, person: { ...guest.person, name } };
}

/** Calls procedures on the server side as this person; null is a stranger. */
export async function caller(server: Running, as: SignedUp | null) {
  return createCaller(await createContext(server.services, new Headers(as?.headers ?? {})));
}

/** Calls procedures over HTTP, as a browser does. */
export function client(server: Pick<Running, 'origin'>, as: SignedUp | null) {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${server.origin}/api/trpc`, headers: as?.headers ?? {} })],
  });
}

/** By a door of /api/auth, as a page does. */
export async function enter(server: Running, door: string, body: object): Promise<SignedUp> {
  const answer = await post(server, door, body);
  if (!answer.ok) throw new Error(`${door} answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  const headers = { cookie, origin: server.origin };
  const person = await personOf(server.services.auth, new Headers(headers));
  if (!person) throw new Error(`${door} gave no session.`);
  return { person, cookie, headers };
}

function post(server: Running, door: string, body: object, cookie?: string): Promise<Response> {
  return fetch(`${server.origin}/api/auth/${door}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: server.origin,
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: JSON.stringify(body),
  });
}
