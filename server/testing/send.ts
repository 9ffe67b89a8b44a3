import { z } from 'zod';
import type { SignedUp } from './people.ts';
import type { TestServer } from './test-server.ts';

const received = z.object({ uploadId: z.string(), bytes: z.int() });

/** Sends a file as a page does; returns the id it waits under. */
export async function send(
  server: TestServer,
  as: SignedUp,
  labId: string,
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const answer = await put(server, as, labId, name, body);
  if (!answer.ok)
    throw new Error(`The upload was answered ${answer.status}: ${await answer.text()}`);
  return received.parse(await answer.json()).uploadId;
}

export function put(
  server: TestServer,
  as: SignedUp | null,
  labId: string,
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<Response> {
  return fetch(`${server.origin}/api/uploads/${labId}?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    body,
    headers: as?.headers ?? {},
  });
}
