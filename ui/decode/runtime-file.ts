/** How much of the runtime is here, in bytes once unpacked. */
export type Loading = {
  bytes: number;
  /** null where the server does not say */
  of: number | null;
};

/** Reports are this far apart at least, bytes. */
const step = 250_000;

/**
 * The runtime's wasm file, told piece by piece as it comes: on a slow line it is most of the wait.
 * @throws Error when the server does not give it
 */
export async function fetchRuntime(
  url: string,
  told: (loading: Loading) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok || !response.body)
    throw new Error(`The decoder could not be loaded (${response.status}).`);
  const of = plainBytes(response.headers);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let last = 0;
  told({ bytes, of });
  const reader = response.body.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    parts.push(value);
    bytes += value.length;
    if (bytes - last < step) continue;
    last = bytes;
    told({ bytes, of });
  }
  told({ bytes, of: bytes });
  const whole = new Uint8Array(bytes);
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}

/** `content-length` counts packed bytes, so a packed answer says the other figure beside it. */
function plainBytes(headers: Headers): number | null {
  const said = headers.get('x-plain-bytes');
  const length = headers.has('content-encoding') ? null : headers.get('content-length');
  const size = Number(said ?? length ?? 0);
  return Number.isSafeInteger(size) && size > 0 ? size : null;
}
