import { describe, expect, it } from 'vitest';
import { colourOf, freeColour, inkOn, linear, luminance, palette } from './colours.ts';

type Matrix = readonly (readonly number[])[];

/** Machado, Oliveira & Fernandes 2009, severity 1, on linear light. */
const visions: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** Ottosson 2020. */
const toLms: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const times = (matrix: Matrix, vector: number[]) =>
  matrix.map((row) => row.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0));
const clamp = (value: number) => Math.min(1, Math.max(0, value));
const okLab = (colour: string, vision: Matrix) =>
  times(toLab, times(toLms, times(vision, linear(colour)).map(clamp)).map(Math.cbrt));
const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe('colours of people', () => {
  it.each(Object.entries(visions))('differ to an eye with %s vision', (_name, vision) => {
    const labs = palette.map((colour) => okLab(colour, vision));
    labs.forEach((a, i) => {
      for (const b of labs.slice(i + 1)) {
        expect(Math.hypot(...a.map((value, k) => value - (b[k] ?? 0)))).toBeGreaterThan(0.09);
      }
    });
  });

  it.each(palette)('%s stands out on light and dark, and carries its letters', (colour) => {
    expect(contrast(luminance(colour), 1)).toBeGreaterThan(3);
    expect(contrast(luminance(colour), luminance('#101415'))).toBeGreaterThan(3);
    expect(contrast(luminance(colour), luminance(inkOn(colour)))).toBeGreaterThan(4.5);
  });

  it('are the same for a person everywhere, and spread over people', () => {
    expect(colourOf('user_1')).toBe(colourOf('user_1'));
    const used = new Set(Array.from({ length: 200 }, (_, i) => colourOf(`user_${i}`)));
    expect(used.size).toBe(palette.length);
  });

  it('are not shared in a room while any is free', () => {
    const taken = new Set<string>();
    for (let i = 0; i < palette.length; i++) taken.add(freeColour(`user_${i}`, taken));
    expect(taken.size).toBe(palette.length);
    expect(freeColour('user_9', taken)).toBe(colourOf('user_9'));
  });
});
