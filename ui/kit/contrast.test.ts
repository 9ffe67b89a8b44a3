import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');

/** Tokens of one theme: the dark block states what differs from the light one. */
function tokens(theme: 'light' | 'dark'): Map<string, string> {
  const root = css.slice(css.indexOf(':root {'), css.indexOf('@theme'));
  const [light = '', dark = ''] = root.split('@variant dark');
  const text = theme === 'light' ? light : `${light}${dark}`;
  return new Map(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}

/** Relative luminance and contrast as in WCAG 2.1. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['surface', 'surface-2', 'surface-3'];
const text = surfaces.flatMap((on) =>
  ['ink', 'ink-2', 'ink-3', 'accent', 'danger'].map((ink) => [ink, on]),
);
const own = [
  ['accent-ink', 'accent'],
  ['accent', 'accent-soft'],
  ['ink-2', 'accent-soft'],
  ['ink-3', 'accent-soft'],
  ['danger', 'danger-soft'],
  ['warn', 'warn-soft'],
  ['ok', 'ok-soft'],
  ['ok', 'surface'],
  ['warn', 'surface'],
];
const marks = surfaces.flatMap((on) =>
  ['excitatory', 'inhibitory', 'neutral', 'focus', 'line-strong'].map((mark) => [mark, on]),
);

for (const theme of ['light', 'dark'] as const) {
  const known = tokens(theme);
  const hex = (name: string | undefined) => known.get(name ?? '') ?? `no token ${name ?? ''}`;

  it.each([...text, ...own])(`${theme}: text %s on %s reaches AA`, (ink, on) => {
    expect(contrast(hex(ink), hex(on))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)(`${theme}: mark %s on %s reaches 3 to 1`, (mark, on) => {
    expect(contrast(hex(mark), hex(on))).toBeGreaterThanOrEqual(3);
  });
}
