/**
 * Colours of people. Chosen by search so that any two differ by at least 0.09 in OKLab to an eye with
 * normal, protan, deutan or tritan vision (Machado, Oliveira & Fernandes 2009), and each stands out
 * 3:1 from white and from near-black (tested beside this file).
 */
export const palette = [
  '#009988',
  '#ff44bb',
  '#8811ff',
  '#bb8800',
  '#cc2233',
  '#aa77ff',
  '#007755',
  '#aa22aa',
] as const;

/** The colour a person has by default, from their id alone (FNV-1a), the same on every machine. */
export function colourOf(userId: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < userId.length; i++) {
    hash = Math.imul(hash ^ userId.charCodeAt(i), 0x01000193) >>> 0;
  }
  return at(hash);
}

/** The person's own colour, or where others in the room have it the next free one; theirs when none is. */
export function freeColour(userId: string, taken: ReadonlySet<string>): string {
  const own = colourOf(userId);
  const start = palette.findIndex((colour) => colour === own);
  for (let step = 0; step < palette.length; step++) {
    const colour = at(start + step);
    if (!taken.has(colour)) return colour;
  }
  return own;
}

const at = (index: number): string => palette[index % palette.length] ?? palette[0];

/** Relative luminance of an sRGB colour '#rrggbb', 0 to 1 (WCAG 2.2). */
export function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black or white, whichever is read more easily on a colour; always at least 4.5:1. */
export const inkOn = (colour: string): '#000000' | '#ffffff' =>
  luminance(colour) > 0.179 ? '#000000' : '#ffffff';

/** Linear-light channels, 0 to 1. */
export function linear(colour: string): number[] {
  return [1, 3, 5].map((from) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}
