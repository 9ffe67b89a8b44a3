import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from './chromium.ts';
import { openDecodeLab, starter } from './decode/lab.ts';

/** The cheapest and the dearest to measure, and two between. */
const properties = ['reciprocity', 'triad_030T', 'modularity', 'spectral_radius'] as const;

/**
 * Seconds from the question to a terrain of 16², 32² and 64² cells, in a real Chromium on wasm, and how long the decode of
 * a probe that is dragged meanwhile takes. Another trained model: its folder in the variable MODEL.
 */
export async function main(folder = process.env.MODEL ?? starter): Promise<void> {
  if (!existsSync(join(folder, 'model.json'))) {
    console.log(`There is no model in ${folder}; \`npm run starter\` makes the starter model.`);
    return;
  }
  const lab = await openDecodeLab(folder, 'bench/terrain/page.ts');
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await page.goto(lab.url);
    await page.waitForFunction('window.terrainBench');
    const levels = (property: (typeof properties)[number], drag: boolean) =>
      page.evaluate((asked) => window.terrainBench.levels(asked.property, asked.drag), {
        property,
        drag,
      });
    const { n } = await levels('reciprocity', false); // warms up
    console.log(row(['property', 'N', '16²', '32²', '64²']));
    for (const property of properties) {
      const { seconds } = await levels(property, false);
      console.log(row([property, String(n), ...seconds.map((one) => `${one.toFixed(2)} s`)]));
    }
    const alone = await page.evaluate(() => window.terrainBench.alone(200));
    const { trips, seconds } = await levels('reciprocity', true);
    console.log(
      row(['dragging a probe', String(n), ...seconds.map((one) => `${one.toFixed(2)} s`)]),
    );
    console.log(
      `decode of the dragged probe: alone ${times(alone)}; while a terrain grows ${times(trips)}.\n` +
        'seconds from the question, a new measuring worker included. goal: 16² within 0.5 s, 64² within 8 s.',
    );
  } finally {
    await browser.close();
    lab.close();
  }
}

/** Median, and the 95th of a hundred. */
function times(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
  return `${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms (${values.length} decodes)`;
}

const row = (cells: string[]) =>
  cells.map((cell, k) => (k === 0 ? cell.padEnd(20) : cell.padStart(10))).join('');
