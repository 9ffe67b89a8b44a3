import { ramps, type Ramp } from '~/ui/kit/index.ts';

/** 256 colours of a stretch of a ramp as RGBA bytes [1024]: the ends that would vanish on the surface can be cut off. */
export function rampBytes(ramp: Ramp, from = 0, to = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1024);
  for (let i = 0; i < 256; i++)
    bytes.set([...rgb(ramps[ramp](from + (to - from) * (i / 255))), 255], 4 * i);
  return bytes;
}

/** The diverging ramp as RGBA bytes [1024], its pale middle turned to `neutral`, which is seen on every surface. */
export function divergingBytes(neutral: string): Uint8Array<ArrayBuffer> {
  const bytes = rampBytes('diverging');
  const middle = rgb(neutral);
  for (let i = 0; i < 256; i++) {
    const share = (1 - Math.abs(i / 127.5 - 1)) ** 2;
    middle.forEach((channel, k) => {
      bytes[4 * i + k] = Math.round(share * channel + (1 - share) * (bytes[4 * i + k] ?? 0));
    });
  }
  return bytes;
}

/** Equal plateaus of a few colours, for categories: category c of n lies at (c + 0.5) / n. */
export function plateauBytes(colours: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1024);
  for (let i = 0; i < 256; i++) {
    const colour = colours[Math.min(colours.length - 1, Math.floor((i / 256) * colours.length))];
    bytes.set([...rgb(colour ?? '#808080'), 255], 4 * i);
  }
  return bytes;
}

/** The ramp as a CSS gradient from left to right. */
export function gradient(ramp: Uint8Array): string {
  const stops = Array.from({ length: 17 }, (_, i) => ramp.slice(i * 60, i * 60 + 3));
  return `linear-gradient(to right, ${stops.map((stop) => `rgb(${stop.join(' ')})`).join(', ')})`;
}

/** Channels 0 to 255 of '#rrggbb' or 'rgb(r, g, b)'; grey when it is neither. */
export function rgb(colour: string): [number, number, number] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  const [r = 128, g = 128, b = 128] = hex
    ? hex.slice(1).map((part) => Number.parseInt(part, 16))
    : (colour.match(/\d+/g) ?? []).map(Number);
  return [r, g, b];
}
