import type { Plot } from './plot.ts';
import type { Mark, Palette } from './scene.ts';

/** The light theme of the pages, for files. */
export const lightPalette: Palette = {
  surface: '#ffffff',
  ink: '#14191a',
  'ink-2': '#414b4d',
  'ink-3': '#5b6668',
  line: '#d5dcdc',
  'line-strong': '#788486',
  accent: '#07695c',
  excitatory: '#c2500a',
  inhibitory: '#1f62b5',
  'fold-train': '#788486',
  'fold-validation': '#b07a00',
  'fold-test': '#8a3fa0',
  'fold-gap': '#d5dcdc',
};

/** The file of a plot: one SVG that needs nothing else, and says what it shows. */
export function svgOf(
  { title, about, draw }: Pick<Plot, 'title' | 'about' | 'draw'>,
  wide: number,
  palette: Palette = lightPalette,
): string {
  const { width, height, marks } = draw(wide);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="IBM Plex Sans, system-ui, sans-serif" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(about)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${palette.surface}"/>`,
    ...marks.map((mark) => element(mark, palette)),
    '</svg>',
    '',
  ].join('\n');
}

function element({ tag, attributes, fill, stroke, text, about }: Mark, palette: Palette): string {
  const all: Record<string, string | number> = {
    ...attributes,
    fill: fill ? palette[fill] : 'none',
    ...(stroke ? { stroke: palette[stroke] } : {}),
  };
  const written = Object.entries(all).map(
    ([name, value]) => ` ${kebab(name)}="${escaped(String(value))}"`,
  );
  const inside = `${about ? `<title>${escaped(about)}</title>` : ''}${escaped(text ?? '')}`;
  return `<${tag}${written.join('')}>${inside}</${tag}>`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function escaped(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
