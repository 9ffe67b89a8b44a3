/**
 * Adjacency matrices as bits: bit k = row n + column, the lowest bit of a byte first
 * (numpy.packbits with bitorder='little'), as text in base64.
 */

/** Pack 0/1 bytes [n * n] into ceil(n * n / 8) bytes. */
export function packBits(values: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(Math.ceil(values.length / 8));
  for (let k = 0; k < values.length; k++)
    if (values[k]) packed[k >> 3] = (packed[k >> 3] ?? 0) | (1 << (k & 7));
  return packed;
}

/**
 * Unpack the first `count` bits into 0/1 bytes.
 * @throws RangeError when the bytes are not exactly those of `count` bits.
 */
export function unpackBits(packed: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  if (packed.length !== Math.ceil(count / 8))
    throw new RangeError(`${count} bits need ${Math.ceil(count / 8)} bytes, not ${packed.length}.`);
  const values = new Uint8Array(count);
  for (let k = 0; k < count; k++) values[k] = ((packed[k >> 3] ?? 0) >> (k & 7)) & 1;
  return values;
}

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}

/** @throws DOMException when the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Adjacency [n * n] of 0/1 -> the text of a packed circuit or a pin. */
export function packAdjacency(adjacency: Uint8Array): string {
  return toBase64(packBits(adjacency));
}

/** The text of a packed circuit or a pin -> adjacency [n * n] of 0/1. */
export function unpackAdjacency(text: string, n: number): Uint8Array<ArrayBuffer> {
  return unpackBits(fromBase64(text), n * n);
}
