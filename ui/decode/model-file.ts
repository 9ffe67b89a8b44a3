import type { ModelFile } from './protocol.ts';

/** The bytes of a model's file, proven by their hash before anything runs them. */
export async function fetchModelFile({ url, sha256 }: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The model could not be loaded (${response.status}).`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if ((await sha256Of(bytes)) !== sha256)
    throw new Error('The model was not loaded: its bytes do not have the hash it is known by.');
  return bytes;
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // A page over plain http from another machine has no crypto.subtle.
  if (!isSecureContext)
    throw new Error('Circuits are decoded only over https or on this machine (localhost).');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
