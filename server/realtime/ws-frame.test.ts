import { expect, it } from 'vitest';
import { binaryFrame } from './ws-frame.ts';

it.each([
  [0, [0x82, 0]],
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [65_535, [0x82, 126, 255, 255]],
  [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('a payload of %i bytes stands behind the header of RFC 6455', (length, header) => {
  const payload = Uint8Array.from({ length }, (_, i) => i % 251);
  const frame = binaryFrame(payload);
  expect([...frame.subarray(0, header.length)]).toEqual(header);
  expect(frame.subarray(header.length).equals(payload)).toBe(true);
});
